import { expect, test } from 'vitest'
import { headlineOf, type Headlined } from '../../report/headline.ts'
import { makeReport } from '../../report/make-report.ts'
import { green } from './green-night.ts'
import type { StandingCounts, VerdictWord } from '../../report/report.ts'
import type { UnknownCause } from '../../jobs/results/verdict.ts'

const { tests, compose } = makeReport(green)
const none = {
  passed: 0,
  softfailed: 0,
  failed: 0,
  broken: 0,
  skipped: 0,
  stopped: 0,
  unfinished: 0,
  unknown: 0,
}

function headline(
  verdict: VerdictWord,
  counts: Partial<StandingCounts>,
  changes: Partial<Headlined> = {},
): string {
  return headlineOf({
    title: 'Rawhide',
    verdict,
    unknownCause: null,
    unansweredSince: null,
    shortfalls: [],
    discarded: [],
    compose,
    tests: { ...tests, counts: { ...none, total: 0, ...counts } },
    ...changes,
  })
}

test('a pass says so, how many tests passed, and what is short', () => {
  expect(headline('passed', { passed: 2, softfailed: 1, total: 3 })).toBe(
    'Rawhide is not broken: all 3 tests passed.',
  )
  expect(headline('passed', { passed: 2, total: 3 }, { shortfalls: ['1 flaky', '1 not run'] })).toBe(
    'Rawhide is not broken: 2 of 3 tests passed (1 flaky, 1 not run).',
  )
  expect(headline('degraded', { passed: 1, total: 1 }, { shortfalls: ['1 flaky'] })).toMatch(
    /not broken as far .*: all 1 test passed \(1 flaky\)\.$/,
  )
})

test('a failure sets the failed tests against all of them, before what else is short', () => {
  expect(
    headline('failed', { failed: 2, passed: 1, total: 3 }, { shortfalls: ['2 failed', '1 flaky'] }),
  ).toBe('Rawhide is BROKEN: 2 of 3 tests failed, 1 flaky.')
})

test('a failure without a failed test says what is short, and what passed', () => {
  const shortfalls = ['1 image missing', '1 flaky']

  expect(headline('failed', { passed: 3, total: 3 }, { shortfalls })).toBe(
    'Rawhide is BROKEN: 1 image missing, 1 flaky; all 3 tests passed.',
  )
})

test.each<[UnknownCause | null, RegExp]>([
  ['unreachable', /NOT KNOWN: .*openQA could not be reached.*; 1 of 4 tests passed\.$/],
  ['nothing-scheduled', /NOT KNOWN: .*nothing was scheduled.*; 1 of 4 tests passed\.$/],
  ['unfinished', /NOT KNOWN: 3 tests .*; 1 of 4 tests passed\.$/],
  ['nothing-ran', /NOT KNOWN: no test ran.*; 1 of 4 tests passed\.$/],
  [null, /NOT KNOWN: no test ran.*; 1 of 4 tests passed\.$/],
])('a verdict that is unknown as %s says why', (unknownCause, words) => {
  expect(headline('unknown', { passed: 1, unfinished: 3, total: 4 }, { unknownCause })).toMatch(words)
})

test('where no test was seen, none is said to have passed', () => {
  expect(headline('unknown', {}, { unknownCause: 'unreachable' })).toMatch(/; no tests were seen\.$/)
})

test.each<[VerdictWord, RegExp]>([
  ['absent', /^There is no Rawhide compose to test tonight/],
  ['unfinished', /^Rawhide was not tested/],
])('a night that is %s names the composes that came to nothing, and their states', (verdict, start) => {
  const discarded = [
    { id: 'n.0', status: 'DOOMED' },
    { id: 'n.1', status: '' },
  ]

  expect(headline(verdict, {}, { discarded, compose: null })).toMatch(start)
  expect(headline(verdict, {}, { discarded, compose: null })).toMatch(
    /: n\.0 is DOOMED, n\.1 has no status\.$/,
  )
  expect(headline(verdict, {}, { compose: { id: 'n.2', url: '', status: 'STARTED', label: null } })).toMatch(
    /: n\.2 is STARTED\.$/,
  )
  expect(headline(verdict, {}, { compose: null })).toMatch(/^[^:]+\.$/)
})

test('a night without a release says that nothing was due', () => {
  expect(headline('neutral', {}, { title: 'Branched' })).toMatch(/^There is no Branched release .*due/)
})
