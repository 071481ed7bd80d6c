import { expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { progressOf } from '../../../jobs/results/progress.ts'
import { jobOf } from '../job-of.ts'

const now = '2026-11-24T06:00:00Z'
const ended = { startedAt: '2026-11-24T05:00:00Z', finishedAt: '2026-11-24T05:20:00Z' }
const runs = { state: 'running', result: 'none', startedAt: '2026-11-24T05:50:00Z' }
const waits = { state: 'scheduled', result: 'none' }

test('jobs are counted by flavor and arch', () => {
  const jobs = [
    jobOf({ id: 1 }),
    jobOf({ id: 2, test: 'b', ...runs }),
    jobOf({ id: 3, test: 'c', ...waits }),
    jobOf({ id: 4, arch: 'aarch64', state: 'cancelled', result: 'skipped' }),
  ]

  expect(progressOf(buildJobs(jobs), now)).toMatchObject({
    done: 2,
    running: 1,
    waiting: 1,
    byFlavor: [
      { flavor: 'Server-dvd-iso', arch: 'aarch64', done: 1, running: 0, waiting: 0 },
      { flavor: 'Server-dvd-iso', arch: 'x86_64', done: 1, running: 1, waiting: 1 },
    ],
  })
})

test('a job in an unknown state waits', () => {
  expect(progressOf(buildJobs([jobOf({ id: 1, state: 'hibernating' })]), now)).toMatchObject({
    done: 0,
    waiting: 1,
  })
})

test.each([
  ['nothing has ended yet', [jobOf({ id: 1, ...runs })], null],
  ['nothing runs', [jobOf({ id: 1, ...ended }), jobOf({ id: 2, test: 'b', ...waits })], null],
  ['one is half done', [jobOf({ id: 1, ...ended }), jobOf({ id: 2, test: 'b', ...runs })], '06:10:00'],
  [
    'one waits for the one that runs',
    [jobOf({ id: 1, ...ended }), jobOf({ id: 2, test: 'b', ...runs }), jobOf({ id: 3, test: 'c', ...waits })],
    '06:30:00',
  ],
  [
    'one waits for either of two that run',
    [
      jobOf({ id: 1, ...ended }),
      ...[2, 3].map((id) => jobOf({ id, test: `b${id}`, ...runs })),
      jobOf({ id: 4, test: 'c', ...waits }),
    ],
    '06:30:00',
  ],
  [
    'many wait for one worker',
    [
      jobOf({ id: 1, ...ended }),
      jobOf({ id: 2, test: 'b', ...runs }),
      ...[3, 4, 5].map((id) => jobOf({ id, test: `c${id}`, ...waits })),
    ],
    '07:10:00',
  ],
  [
    'one runs longer than the others did',
    [jobOf({ id: 1, ...ended }), jobOf({ id: 2, test: 'b', ...runs, startedAt: '2026-11-24T04:00:00Z' })],
    '06:00:00',
  ],
])('the end is guessed where %s', (_, jobs, time) => {
  expect(progressOf(buildJobs(jobs), now).endsAbout).toBe(time && `2026-11-24T${time}.000Z`)
})
