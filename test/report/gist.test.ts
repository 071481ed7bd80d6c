import { expect, test } from 'vitest'
import { gistOf } from '../../report/gist.ts'
import { makeReport } from '../../report/make-report.ts'
import type { Report } from '../../report/report.ts'
import { green } from './green-night.ts'

const report = makeReport(green)
const run = 'nightly/rawhide/2026-11-23'

/** Another value for each member. */
const others: Omit<Report, 'schema'> = {
  night: { stream: 'rawhide', date: '2026-11-23' },
  run,
  title: 'Fedora 44',
  edition: 2,
  amends: { edition: 1, changes: ['the verdict was PASSED, it is BROKEN'] },
  at: '2026-11-24T12:00:00.000Z',
  program: '0.2.0',
  verdict: 'broken',
  unknownCause: 'unreachable',
  unansweredSince: '2026-11-24T12:00:00.000Z',
  watchedUntil: '2026-11-24T12:00:00.000Z',
  headline: 'Rawhide is BROKEN.',
  summary: ['1 new failure'],
  lastAnswer: '9 of 9 jobs have ended',
  compose: null,
  respinOf: { compose: null, run },
  replacedBy: { compose: 'n.1', run },
  discarded: [{ id: 'n.0', status: 'DOOMED' }],
  composeless: { nights: 2, lastGood: null },
  comparison: null,
  tests: { ...report.tests, required: { passed: 1, of: 2 } },
  images: null,
  changes: { from: 'n.0', to: 'n.1', packages: null, systems: [], unknown: [] },
  mode: 'observe',
  posts: { ...report.posts, done: 9 },
  attention: ['a guess'],
  orders: [
    {
      id: 'a',
      name: 'look',
      at: '2026-11-24T12:00:00.000Z',
      by: null,
      why: null,
      asked: 'look now',
      became: '',
    },
  ],
  stages: [],
  links: { openqa: null, run: null },
}
const ofTheMoment = [
  'edition',
  'amends',
  'at',
  'program',
  'run',
  'stages',
  'lastAnswer',
  'links',
  'watchedUntil',
  'changes',
  'orders',
]

test('there is another value for each member of a report', () => {
  expect(Object.keys({ schema: 2, ...others }).toSorted()).toEqual(Object.keys(report).toSorted())
})

test.each(Object.entries(others).map(([name, value]) => [name, value] as const))(
  'another %s makes another gist, unless it is of the moment',
  (name, value) => {
    const isSame = gistOf({ ...report, [name]: value }) === gistOf(report)

    expect(isSame).toBe(ofTheMoment.includes(name))
  },
)

test('the order of members does not matter, and that of a list does', () => {
  const reversed = Object.fromEntries(Object.entries(report).toReversed())
  const { baseline, ...rest } = report.comparison ?? { baseline: null, nights: 0, unknown: null }

  expect(gistOf({ ...report, ...reversed, comparison: { ...rest, baseline } })).toBe(gistOf(report))
  expect(gistOf({ ...report, summary: ['a', 'b'] })).not.toBe(gistOf({ ...report, summary: ['b', 'a'] }))
})
