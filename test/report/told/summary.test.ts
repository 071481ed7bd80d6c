import { expect, test } from 'vitest'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { summaryOf } from '../../../report/told/summary.ts'
import { compose, green } from '../green-night.ts'
import { lineOf, linesOf, missingImage, testsWith } from '../test-lines.ts'

const report = makeReport(green)
const post = { flavor: 'a', arch: 'x86_64', why: 'no' }

function summary(what: Partial<Report>): readonly string[] {
  return summaryOf({ ...report, ...what })
}

test('everything that counts is told with its number, the most important first', () => {
  const kinds = [
    'flaky',
    'not-run',
    'fixed',
    'never-passed',
    'known',
    'still',
    'unknown',
    'unfinished',
    'failed',
    'new',
  ] as const
  const list = kinds.flatMap((kind, nth) => linesOf(nth + 3, kind))

  expect(
    summary({
      verdict: 'degraded',
      tests: testsWith([...list, lineOf('soft')]),
      images: { expected: 10, missing: [missingImage], changes: null, tooLarge: [] },
      posts: { done: 0, refused: [post], unknown: [post, post], partial: [post], vanished: [post, post] },
    }),
  ).toEqual([
    '12 new failures (base)',
    '11 failed',
    '1 image missing',
    '10 unfinished',
    '9 unknown',
    '1 flavor refused',
    '2 flavors perhaps not posted',
    '1 flavor scheduled in part',
    '2 flavors vanished',
    '8 still failing',
    '7 known',
    '6 never passed',
    '5 fixed',
    '4 not run',
    '3 flaky',
  ])
})

test.each([
  ['failed', '2 failed'],
  ['unfinished', '2 unfinished'],
  ['unknown', '2 unknown'],
  ['still', '2 still failing'],
  ['known', '2 known'],
  ['never-passed', '2 never passed'],
  ['fixed', '2 fixed'],
  ['not-run', '2 not run'],
  ['flaky', '2 flaky'],
] as const)('what does not count is left out: of tests that are %s, "%s" alone', (kind, words) => {
  expect(summary({ verdict: 'degraded', tests: testsWith(linesOf(2, kind)) })).toEqual([words])
})

test.each([
  [['install_a'], '1 new failure (installer)'],
  [['install_a', 'desktop_b'], '2 new failures (desktop, installer)'],
  [['install_a', 'desktop_b', 'upgrade_c'], '3 new failures'],
])('the new failures %j are told as "%s"', (names, words) => {
  const tests = testsWith(names.map((name) => lineOf('new', { test: name })))

  expect(summary({ verdict: 'degraded', tests })).toEqual([words])
})

test('images are counted whether or not they are newly missing, or needed', () => {
  const missing = [missingImage, { ...missingImage, need: 'usual' as const, isNewlyMissing: true }]

  expect(summary({ images: { expected: 10, missing, changes: null, tooLarge: [] } })).toEqual([
    '2 images missing',
  ])
})

test.each([
  [testsWith([], 16), 'all 16 tests passed'],
  [testsWith([], 1), 'the one test passed'],
  [testsWith([lineOf('soft')], 16), 'all 16 tests passed'],
  [testsWith([]), 'no tests'],
])('where nothing counts, that is said: case %#', (tests, words) => {
  expect(summary({ tests, images: null })).toEqual([words])
})

test.each<[Report['unknownCause'], readonly string[]]>([
  ['unobserved', ['nobody could look since 2026-11-24 05:17 UTC', '3 unfinished']],
  ['unreachable', ['openQA unreachable', '3 unfinished']],
  ['nothing-scheduled', ['nothing scheduled', '3 unfinished']],
  ['too-few-ran', ['3 unfinished']],
  ['unfinished', ['3 unfinished']],
])('a verdict that is unknown as %s begins with the cause', (unknownCause, words) => {
  const tests = testsWith(linesOf(3, 'unfinished'))

  expect(
    summary({ verdict: 'unknown', unknownCause, unansweredSince: '2026-11-24T05:17:03.000Z', tests }),
  ).toEqual(words)
})

test.each<[Partial<Report>, readonly string[]]>([
  [{ verdict: 'neutral' }, ['no Branched release at present']],
  [{ verdict: 'unfinished', compose: { ...compose, status: 'STARTED' } }, ['still being composed']],
  [{ verdict: 'cancelled', lastAnswer: 'openQA moves' }, ['openQA moves']],
  [{ verdict: 'absent', composeless: null }, ['no compose']],
  [{ verdict: 'absent', composeless: { nights: 1, lastGood: null } }, ['no compose']],
  [{ verdict: 'absent', composeless: { nights: 2, lastGood: null } }, ['no compose', '2nd night in a row']],
  [
    {
      verdict: 'absent',
      composeless: { nights: 23, lastGood: 'a' },
      discarded: [{ id: 'b', status: 'DOOMED' }],
    },
    ['no usable compose', '23rd night in a row'],
  ],
])('a night without tests says why: %j', (what, words) => {
  expect(summary({ tests: testsWith(linesOf(3, 'new')), ...what })).toEqual(words)
})
