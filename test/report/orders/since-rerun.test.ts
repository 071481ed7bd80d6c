import { describe, expect, test } from 'vitest'
import type { NightOrder } from '../../../report/order.ts'
import type { TestLine } from '../../../report/report.ts'
import { amendmentOf } from '../../../report/amendment.ts'
import { sinceRerun } from '../../../report/orders/since-rerun.ts'
import { at } from '../green-night.ts'
import { orderOf } from '../ordered-nights.ts'
import { lineOf, reportOn } from '../test-lines.ts'

const rerun = orderOf({ name: 'rerun', at: at('12:00:00') })

function named(kind: TestLine['class'], name: string): TestLine {
  return lineOf(kind, { test: name })
}

function said(
  before: readonly TestLine[],
  after: readonly TestLine[],
  orders: readonly NightOrder[] = [rerun],
) {
  return sinceRerun(reportOn(before, { at: at('11:00:00') }), reportOn(after, { orders }))
}

describe('jobs that were run again', () => {
  const before = [named('new', 'a'), named('still', 'b'), named('not-run', 'c'), named('flaky', 'f')]

  test.each<[string, readonly TestLine[], string]>([
    ['all passed', [], 'fixed 3, still failing 0'],
    ['passed late, or are fixed', [named('flaky', 'a'), named('fixed', 'b')], 'fixed 3, still failing 0'],
    ['failed again', [named('new', 'a'), named('known', 'b')], 'fixed 1, still failing 2'],
    ['failed where they had not run', [named('new', 'c')], 'fixed 2, still failing 1'],
    [
      'broke off',
      [named('not-run', 'a'), named('unfinished', 'b')],
      'fixed 1, still failing 0, without a result 2',
    ],
    ['failed where they had passed', [named('new', 'z')], 'fixed 3, still failing 0, newly failing 1'],
  ])('and %s', (_, after, words) => {
    expect(said(before, after)).toBe(`since the last report: ${words}`)
  })
})

test.each<[string, readonly NightOrder[]]>([
  ['nothing was ordered', []],
  ['it was ordered before the last report', [{ ...rerun, at: at('10:00:00') }]],
  ['something else was ordered', [{ ...rerun, name: 'look' }]],
])('nothing is said where %s', (_, orders) => {
  expect(said([named('new', 'a')], [], orders)).toBeNull()
})

test('another order after it does not hide it', () => {
  expect(said([named('new', 'a')], [], [rerun, { ...rerun, name: 'look', at: at('12:30:00') }])).toBe(
    'since the last report: fixed 1, still failing 0',
  )
})

test('it is the first thing that the next edition says', () => {
  const previous = reportOn([named('new', 'a')], { at: at('11:00:00'), verdict: 'degraded' })
  const [first, second] = amendmentOf(2, previous, reportOn([], { orders: [rerun] }))?.changes ?? []

  expect([first, second]).toEqual([
    'since the last report: fixed 1, still failing 0',
    'the verdict was DEGRADED, it is PASSED',
  ])
})
