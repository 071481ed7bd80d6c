import { expect, test } from 'vitest'
import { isLikeTheNightBefore } from '../../report/like-before.ts'
import { makeReport } from '../../report/make-report.ts'
import type { Report } from '../../report/report.ts'
import { green } from './green-night.ts'
import { lineOf, missingImage, reportOn } from './test-lines.ts'

const { posts, comparison } = makeReport(green)
const failing = { since: 'n.0', nights: 2, orEarlier: false }
const old = [
  lineOf('still', { failing }),
  lineOf('known', { failing }),
  lineOf('never-passed', { failing }),
  lineOf('not-run'),
  lineOf('flaky'),
  lineOf('soft'),
]
const like = reportOn(old, {
  images: { expected: 10, missing: [missingImage], changes: null, tooLarge: [] },
})
const post = { flavor: 'a', arch: 'x86_64', why: 'no' }

function isLike(what: Partial<Report>): boolean {
  return isLikeTheNightBefore({ ...like, ...what })
}

test.each<Report['verdict']>(['passed', 'degraded', 'broken'])(
  'a night that is %s and has only old failures is like the one before',
  (verdict) => {
    expect(isLike({ verdict })).toBe(true)
    expect(isLike({ verdict, images: null, tests: reportOn([]).tests })).toBe(true)
  },
)

test.each<[string, Partial<Report>]>([
  ['a verdict that is not known', { verdict: 'unknown' }],
  ['no compose', { verdict: 'absent' }],
  ['a compose that was not tested', { verdict: 'unfinished' }],
  ['nothing due', { verdict: 'neutral' }],
  ['nothing to compare with', { comparison: null }],
  ['a first night', { comparison: comparison && { ...comparison, baseline: null } }],
  ['an edition before', { amends: { edition: 1, changes: [] } }],
  ...(['new', 'failed', 'fixed', 'unfinished', 'unknown'] as const).map((kind): [string, Partial<Report>] => [
    `a test that is ${kind}`,
    { tests: reportOn([...old, lineOf(kind)]).tests },
  ]),
  ['a new soft failure', { tests: reportOn([...old, lineOf('soft', { isNew: true })]).tests }],
  [
    'a failure of tonight that is known',
    { tests: reportOn([...old, lineOf('known', { failing: { ...failing, nights: 1 } })]).tests },
  ],
  [
    'an image that is newly missing',
    {
      images: {
        expected: 10,
        changes: null,
        tooLarge: [],
        missing: [missingImage, { ...missingImage, isNewlyMissing: true }],
      },
    },
  ],
  ...(['refused', 'unknown', 'partial', 'vanished'] as const).map((kind): [string, Partial<Report>] => [
    `a post that is ${kind}`,
    { posts: { ...posts, [kind]: [post] } },
  ]),
  ['something to look at', { attention: ['a guess'] }],
])('a night with %s is not like the one before', (_, what) => {
  expect(isLike(what)).toBe(false)
})
