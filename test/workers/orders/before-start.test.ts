import { expect, test } from 'vitest'
import { beforeStart, mayStartAgain } from '../../../workers/orders/before-start.ts'
import { startCommandOf } from '../../../workers/orders/how-to-start.ts'
import { describedRun } from './described-run.ts'

const id = 'nightly/rawhide/2026-11-24'
const now = '2026-11-24T12:00:00.000Z'
const ended = { status: 'COMPLETED', stage: 'over', endedAt: '2026-11-24T09:10:07.000Z' }

test.each([
  ['RUNNING', '', false, false],
  ['COMPLETED', '', false, false],
  ['TERMINATED', '', false, true],
  ['CANCELLED', 'unreported', false, true],
  ['FAILED', 'unreported', false, true],
  ['TERMINATED', 'broken', false, false],
  ['CANCELLED', 'cancelled', false, false],
  // It was terminated before its first task, which would have said what the run before reported.
  ['TERMINATED', '', true, false],
])(
  'a run %s with the verdict "%s", takes over: %s; may be started again: %s',
  (status, verdict, isTakeover, may) => {
    expect(mayStartAgain({ status, verdict, isTakeover })).toBe(may)
  },
)

test.each([
  [{ stage: '' }, `${id} was started before`],
  [{ stage: 'await' }, `${id} was started before: it is in await`],
  [
    { stage: 'watch', verdict: 'degraded' },
    `${id} is open: it reported DEGRADED; to run what failed again: nightjar rerun rawhide/2026-11-24`,
  ],
  [
    { ...ended, verdict: 'broken' },
    `${id} ended BROKEN at 09:10 UTC; to run it again: nightjar rerun rawhide/2026-11-24`,
  ],
  [
    { ...ended, endedAt: '2026-11-23T09:10:07.000Z', verdict: 'passed' },
    `${id} ended PASSED at 2026-11-23 09:10 UTC; to run it again: nightjar rerun rawhide/2026-11-24 --all`,
  ],
  [
    { ...ended, verdict: 'covered' },
    `${id} ended COVERED at 09:10 UTC: another run tests and reports on its compose`,
  ],
])('of a run %j it is said: %s', (run, said) => {
  expect(beforeStart(id, describedRun(run), now).said).toBe(said)
})

test('a night without a report is started by a command that is told in full', () => {
  expect(startCommandOf(id)).toBe('nightjar start rawhide --date 2026-11-24')
  expect(startCommandOf('nightly/branched/Fedora-44-20261124.n.1')).toBe(
    'nightjar start branched --compose Fedora-44-20261124.n.1',
  )
})
