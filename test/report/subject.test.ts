import { expect, test } from 'vitest'
import { makeReport } from '../../report/make-report.ts'
import { subjectOf } from '../../report/subject.ts'
import type { Report } from '../../report/report.ts'
import { compose, green } from './green-night.ts'

const report = makeReport(green)
const counts = { ...report.tests.counts, passed: 2, softfailed: 1, total: 4 }
const tested: Report = { ...report, tests: { ...report.tests, counts } }
const untested: Report = {
  ...report,
  compose: null,
  tests: { ...report.tests, counts: { ...counts, total: 0 } },
}

test.each<[string, Report, string]>([
  ['passed', tested, '[Rawhide] 20261124.n.0 PASSED: 3/4 passed'],
  [
    'failed in four ways, of which three have room',
    { ...tested, verdict: 'failed', shortfalls: ['a', 'b', 'c', 'd'] },
    '[Rawhide] 20261124.n.0 FAILED: a, b, c – 3/4 passed',
  ],
  [
    'amended',
    { ...tested, edition: 2, verdict: 'degraded', shortfalls: ['a'] },
    '[Rawhide] 20261124.n.0 DEGRADED (amended): a – 3/4 passed',
  ],
  [
    'unknown, as openQA was away',
    { ...tested, verdict: 'unknown', unknownCause: 'unreachable', shortfalls: ['a', 'b', 'c'] },
    '[Rawhide] 20261124.n.0 UNKNOWN: openQA unreachable, a, b – 3/4 passed',
  ],
  [
    'unknown, as nothing was scheduled',
    { ...untested, verdict: 'unknown', unknownCause: 'nothing-scheduled', shortfalls: [] },
    '[Rawhide] 2026-11-24 UNKNOWN: nothing scheduled',
  ],
  [
    'unknown, as tests did not end',
    { ...tested, verdict: 'unknown', unknownCause: 'unfinished', shortfalls: ['1 unfinished'] },
    '[Rawhide] 20261124.n.0 UNKNOWN: 1 unfinished – 3/4 passed',
  ],
  [
    'unknown, as no test ran',
    { ...tested, verdict: 'unknown', unknownCause: 'nothing-ran', shortfalls: ['4 incomplete'] },
    '[Rawhide] 20261124.n.0 UNKNOWN: 4 incomplete – 3/4 passed',
  ],
  [
    'absent',
    { ...untested, verdict: 'absent', discarded: [] },
    '[Rawhide] 2026-11-24 ABSENT: no compose tonight',
  ],
  [
    'absent, after composes that were of no use',
    { ...untested, verdict: 'absent', discarded: [{ id: 'n.0', status: 'DOOMED' }] },
    '[Rawhide] 2026-11-24 ABSENT: no usable compose tonight',
  ],
  [
    'unfinished',
    { ...untested, verdict: 'unfinished', compose: { ...compose, status: 'STARTED' } },
    '[Rawhide] 20261124.n.0 UNFINISHED: not complete in time, STATUS STARTED',
  ],
  [
    'unfinished, without a status',
    { ...untested, verdict: 'unfinished', compose: { ...compose, status: '' } },
    '[Rawhide] 20261124.n.0 UNFINISHED: not complete in time, STATUS missing',
  ],
  [
    'unfinished, without a compose',
    { ...untested, verdict: 'unfinished' },
    '[Rawhide] 2026-11-24 UNFINISHED: not complete in time, STATUS missing',
  ],
  [
    'neutral',
    { ...untested, verdict: 'neutral', title: 'Branched' },
    '[Branched] 2026-11-24 NEUTRAL: no Branched release at present',
  ],
  [
    'passed, of a compose with another name',
    { ...tested, compose: { ...compose, id: 'Rawhide__20150820' } },
    '[Rawhide] Rawhide__20150820 PASSED: 3/4 passed',
  ],
  [
    'passed, of a compose that has the name of another inside',
    { ...tested, compose: { ...compose, id: 'x-Fedora-44-20261124.n.0' } },
    '[Rawhide] x-Fedora-44-20261124.n.0 PASSED: 3/4 passed',
  ],
])('the subject of a night that is %s', (_, night, subject) => {
  expect(subjectOf(night)).toBe(subject)
})

test('a subject has 150 letters at most', () => {
  const subject = subjectOf({ ...tested, shortfalls: ['x'.repeat(300)] })

  expect(Array.from(subject)).toHaveLength(150)
})
