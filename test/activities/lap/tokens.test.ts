import { expect, test } from 'vitest'
import { maySpend, spent, type Tokens } from '../../../activities/lap/tokens.ts'

const minute = 60_000
const start = Date.parse('2026-11-24T05:15:00.000Z')

function bucket(): Tokens {
  const at = new Date(start).toISOString()
  return { fullAt: at, notBefore: at, everyMs: 45 * minute, gapMs: 5 * minute }
}

/** The minutes in which something is told, where each look of so many hours heard something new. */
function told(hours: number, lookMinutes: number, isNew: (atMinute: number) => boolean = () => true) {
  let tokens = bucket()
  const minutes: number[] = []
  for (let at = 0; at <= hours * 60; at += lookMinutes) {
    const now = start + at * minute
    if (!isNew(at) || !maySpend(tokens, now)) continue
    tokens = spent(tokens, now)
    minutes.push(at)
  }
  return minutes
}

test('four changes are told at once, five minutes apart, and then one each 45 minutes', () => {
  expect(told(2, 1)).toEqual([0, 5, 10, 15, 45, 90])
})

test('in twelve hours in which every look hears something new, at most twenty are told', () => {
  expect(told(12, 2)).toHaveLength(20)
  expect(told(12, 1)).toHaveLength(20)
})

test('after a silence all four are there again, and no more', () => {
  expect(told(12, 1, (at) => at < 60 || at > 600).filter((at) => at > 600 && at < 640)).toEqual([
    601, 606, 611, 616,
  ])
})

test('a token can be left for what matters more', () => {
  const one = spent(spent(spent(bucket(), start), start), start)

  expect(maySpend(one, start + 5 * minute)).toBe(true)
  expect(maySpend(one, start + 5 * minute, 1)).toBe(false)
})
