import { describe, expect, test } from 'vitest'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import { headlineOf } from '../../../report/told/headline.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { green } from '../green-night.ts'
import { lineOf, linesOf, testsWith } from '../test-lines.ts'

const report = makeReport(green)
function headline(what: Partial<Report>, thresholds = usualThresholds): string {
  return headlineOf({ ...report, ...what }, thresholds)
}

describe('a pass', () => {
  test.each<[string, Report['tests'], string]>([
    ['of all tests', testsWith([], 16), 'all 16 tests passed'],
    ['of one test', testsWith([], 1), 'the one test passed'],
    ['of tests that passed late', testsWith([lineOf('flaky'), lineOf('soft')], 16), 'all 16 tests passed'],
    [
      'with an old failure',
      testsWith([lineOf('still'), lineOf('fixed')], 16),
      '15 of 16 tests passed, nothing failed anew',
    ],
    [
      'with new failures that the configuration tolerates',
      testsWith([lineOf('new'), ...linesOf(2, 'failed')], 16),
      '13 of 16 tests passed, 1 new failure (base), 2 failed',
    ],
    ['without any test', testsWith([]), 'no tests were seen'],
  ])('%s says how many passed', (_, tests, words) => {
    expect(headline({ verdict: 'passed', tests })).toBe(`Rawhide is not broken: ${words}.`)
  })
})

test.each([
  [0, 0, ''],
  [1, 1, '; the one required test passed'],
  [45, 45, '; all 45 required tests passed'],
  [43, 45, '; 43 of 45 required tests passed'],
  [0, 1, '; 0 of 1 required tests passed'],
])('%i of %i required tests that passed are told as "%s"', (passed, of, words) => {
  const tests = testsWith([], 45, { passed, of })

  expect(headline({ verdict: 'passed', tests })).toBe(`Rawhide is not broken: all 45 tests passed${words}.`)
})

describe('a verdict that is not known', () => {
  const tests = testsWith([...linesOf(2, 'unfinished'), lineOf('not-run')], 5)

  test.each<[Report['unknownCause'], string]>([
    ['unreachable', 'openQA could not be reached; 2 of 5 tests passed'],
    ['nothing-scheduled', 'openQA has no tests of it; 2 of 5 tests passed'],
    ['unfinished', '2 tests had not ended in time; 2 of 5 tests passed'],
    ['too-few-ran', 'only 4 of 5 tests ran; 2 of 5 tests passed'],
    ['unobserved', `nobody could look at ${green.compose?.id} since 2026-11-24 05:17 UTC`],
  ])('says why: %s', (unknownCause, words) => {
    const what = { tests, unknownCause, unansweredSince: '2026-11-24T05:17:03.000Z' }

    expect(headline({ verdict: 'unknown', ...what })).toBe(
      `Whether Rawhide is broken is NOT KNOWN: ${words}.`,
    )
  })

  test('says of one test that it had not ended, and nothing of tests where there are none', () => {
    const one = testsWith(linesOf(1, 'unfinished'), 5)

    expect(headline({ verdict: 'unknown', unknownCause: 'unfinished', tests: one })).toMatch(/: 1 test had /)
    expect(headline({ verdict: 'unknown', unknownCause: 'unreachable', tests: testsWith([]) })).toMatch(
      /reached\.$/,
    )
  })

  test('says that no compose could be looked for, and a time that is not known', () => {
    const what = { compose: null, unknownCause: 'unobserved', unansweredSince: null } as const

    expect(headline({ verdict: 'unknown', ...what })).toMatch(
      /: nobody could look for a compose since an unknown time\.$/,
    )
  })
})

const lastGood = 'Fedora-Rawhide-20261120.n.0'
const good = `; the last good one is ${lastGood}`

test.each<[Report['composeless'], string]>([
  [null, ''],
  [{ nights: 1, lastGood: null }, ''],
  [{ nights: 1, lastGood }, good],
  [{ nights: 2, lastGood: null }, ', for the 2nd night in a row'],
  [{ nights: 2, lastGood }, `, for the 2nd night in a row${good}`],
  [{ nights: 3, lastGood }, `, for the 3rd night in a row${good}`],
  [{ nights: 11, lastGood }, `, for the 11th night in a row${good}`],
  [{ nights: 21, lastGood }, `, for the 21st night in a row${good}`],
  [{ nights: 22, lastGood }, `, for the 22nd night in a row${good}`],
])('a night without a compose, after %j, says "%s"', (composeless, words) => {
  const told = headline({ verdict: 'absent', compose: null, composeless })

  expect(told).toBe(`There is no Rawhide compose of 2026-11-24${words}.`)
})

test('a compose that was not tested says why, and a stream without a release that nothing was due', () => {
  const compose = { id: 'n.0', url: '', status: 'STARTED', label: null }

  expect(headline({ verdict: 'unfinished', compose })).toBe(
    'Rawhide was not tested: n.0 was still being composed at the deadline.',
  )
  expect(headline({ verdict: 'neutral', title: 'Branched' })).toBe(
    'There is no Branched release at present, so nothing was due on 2026-11-24.',
  )
})
