import { expect, test } from 'vitest'
import { paceAfter } from '../../../workflows/waiting/pace.ts'

const lookMs = 120_000
const at = (seconds: number) => new Date(seconds * 1000).toISOString()

test('after a lap that was not disturbed the next look is one interval later', () => {
  const past = { lookMs, rhythmMs: 0, isNudged: false, wasOneLook: false }

  expect(paceAfter(past, 600_000)).toEqual({
    pace: { lookMs, notBefore: at(720), until: null, nudged: false },
    rhythmMs: 600_000,
  })
})

test('a nudge makes one look at once', () => {
  const past = { lookMs, rhythmMs: 0, isNudged: true, wasOneLook: false }

  expect(paceAfter(past, 119_000)).toEqual({
    pace: { lookMs, notBefore: null, until: null, nudged: true },
    rhythmMs: 0,
  })
})

test.each([
  [119, 120],
  [121, 240],
  [350, 360],
])('a look that a nudge made after %i s leaves the next poll at %i s', (seconds, next) => {
  const past = { lookMs, rhythmMs: 0, isNudged: false, wasOneLook: true }

  expect(paceAfter(past, seconds * 1000).pace.notBefore).toBe(at(next))
})
