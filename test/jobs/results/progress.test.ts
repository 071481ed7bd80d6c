import { expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { Job } from '../../../jobs/results/job.ts'
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
  [
    'the ones that ended took 60, 10 and 20 minutes',
    [...took(60, 10, 20), jobOf({ id: 1, test: 'b', ...runs })],
    '06:10:00',
  ],
  [
    'the ones that ended took 100, 9, 30 and 20 minutes, of which the longer of the middle counts',
    [...took(100, 9, 30, 20), jobOf({ id: 1, test: 'b', ...runs })],
    '06:20:00',
  ],
  [
    'jobs that ended without a start tell no length',
    [...took(20), jobOf({ id: 1, test: 'b', ...runs }), ...pair({ ...ended, startedAt: null })],
    '06:10:00',
  ],
  [
    'jobs that ended without an end tell no length',
    [...took(20), jobOf({ id: 1, test: 'b', ...runs }), ...pair({ ...ended, finishedAt: null })],
    '06:10:00',
  ],
  [
    'jobs that are not over yet tell no length, though they have both times',
    [...took(20), ...pair({ ...runs, state: 'uploading', finishedAt: '2026-11-24T06:50:00Z' })],
    '06:10:00',
  ],
  [
    'one that runs has no start yet, so all of it is left',
    [...took(20), jobOf({ id: 1, test: 'b', state: 'assigned', result: 'none' })],
    '06:20:00',
  ],
  [
    'the later of two that run ends last',
    [
      ...took(20),
      jobOf({ id: 1, test: 'b', ...runs }),
      jobOf({ id: 2, test: 'c', ...runs, startedAt: '2026-11-24T05:58:00Z' }),
    ],
    '06:18:00',
  ],
])('the end is guessed where %s', (_, jobs, time) => {
  expect(progressOf(buildJobs(jobs), now).endsAbout).toBe(time && `2026-11-24T${time}.000Z`)
})

test('jobs that would end after the last date of JavaScript have no guessed end', () => {
  const age = { startedAt: '0001-01-01T00:00:00Z', finishedAt: '9999-12-31T00:00:00Z' }
  const waiting = Array.from({ length: 40 }, (_, nth) => jobOf({ id: 3 + nth, test: `w${nth}`, ...waits }))
  const jobs = [jobOf({ id: 1, ...age }), jobOf({ id: 2, test: 'b', ...runs }), ...waiting]

  expect(progressOf(buildJobs(jobs), now).endsAbout).toBeNull()
})

test('the order of flavors is that of the alphabet, whatever the order of the jobs', () => {
  const jobs = ['universal', 'KDE-live-iso', 'Server-dvd-iso', 'KDE-live-iso'].map((flavor, id) =>
    jobOf({ id, test: `t${id}`, flavor }),
  )

  expect(progressOf(buildJobs(jobs), now).byFlavor).toEqual([
    { flavor: 'KDE-live-iso', arch: 'x86_64', done: 2, running: 0, waiting: 0 },
    { flavor: 'Server-dvd-iso', arch: 'x86_64', done: 1, running: 0, waiting: 0 },
    { flavor: 'universal', arch: 'x86_64', done: 1, running: 0, waiting: 0 },
  ])
})

test('a build without jobs has no progress and no end', () => {
  expect(progressOf(buildJobs([]), now)).toEqual({
    done: 0,
    running: 0,
    waiting: 0,
    byFlavor: [],
    endsAbout: null,
  })
})

/** Jobs that ended after so many minutes each. */
function took(...minutes: readonly number[]): readonly Job[] {
  const started = Date.parse('2026-11-24T03:00:00Z')
  return minutes.map((length, nth) =>
    jobOf({
      id: 10 + nth,
      test: `ended_${nth}`,
      startedAt: new Date(started).toISOString(),
      finishedAt: new Date(started + length * 60_000).toISOString(),
    }),
  )
}

/** Two jobs that come after the ones that ended. */
function pair(what: Partial<Job>): readonly Job[] {
  return [21, 22].map((id) => jobOf({ id, test: `pair_${id}`, ...what }))
}
