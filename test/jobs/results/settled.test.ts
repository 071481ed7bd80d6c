import { expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { lookAt, settled } from '../../../jobs/results/settled.ts'
import { jobOf } from '../job-of.ts'

const passed = jobOf({ id: 1 })
const failed = jobOf({ id: 2, test: 'base_selinux', result: 'failed' })
const running = jobOf({ id: 3, test: 'base_services', state: 'running', result: 'none' })

test('a build without jobs is nothing yet', () => {
  expect(settled(null, lookAt(buildJobs([])))).toBe('nothing')
})

test('a build is settled at the first look where all of it is ok', () => {
  expect(settled(null, lookAt(buildJobs([passed, jobOf({ id: 4, test: 'x', result: 'softfailed' })])))).toBe(
    'settled',
  )
})

test('a failure is settled only when a second look finds the same job at its place', () => {
  const look = lookAt(buildJobs([passed, failed]))

  expect(settled(null, look)).toBe('settling')
  expect(settled(look, look)).toBe('settled')
})

test('a failure that openQA restarts between two looks is never taken for the end', () => {
  const first = lookAt(buildJobs([passed, failed]))
  const restarted = lookAt(
    buildJobs([passed, { ...failed, cloneId: 9 }, { ...failed, id: 9, state: 'scheduled', result: 'none' }]),
  )
  const failedAgain = lookAt(buildJobs([passed, { ...failed, cloneId: 9 }, { ...failed, id: 9 }]))

  expect(settled(first, restarted)).toBe('pending')
  expect(settled(restarted, failedAgain)).toBe('settling')
  expect(settled(failedAgain, failedAgain)).toBe('settled')
})

test('a restart whose clone the list does not show yet keeps the build pending', () => {
  const first = lookAt(buildJobs([failed]))

  expect(settled(first, lookAt(buildJobs([{ ...failed, cloneId: 9 }])))).toBe('pending')
})

test('a failure seen while others still ran needs no further look', () => {
  const before = lookAt(buildJobs([failed, running]))

  expect(settled(before, lookAt(buildJobs([failed, { ...running, state: 'done', result: 'passed' }])))).toBe(
    'settled',
  )
})

test('blocked jobs are counted among the pending', () => {
  const blocked = jobOf({ id: 5, test: 'child', state: 'scheduled', result: 'none', blockedById: 3 })

  expect(lookAt(buildJobs([running, blocked]))).toMatchObject({ jobs: 2, pending: 2, blocked: 1 })
})

test('a job skipped with its cancelled parent has ended, though openQA leaves the blocker on it', () => {
  const skipped = jobOf({ id: 5, state: 'cancelled', result: 'skipped', blockedById: 3 })

  expect(lookAt(buildJobs([skipped]))).toMatchObject({ pending: 0, blocked: 0, notOk: [5] })
})

test('unknown words ask for attention and pass for nothing', () => {
  const odd = lookAt(
    buildJobs([jobOf({ id: 1, result: 'sideways' }), jobOf({ id: 2, test: 'x', state: 'hibernating' })]),
  )

  expect(odd).toMatchObject({
    pending: 1,
    notOk: [1],
    unknownWords: ['result sideways', 'state hibernating'],
  })
})

test('a look stays small, however large the build and however odd its words', () => {
  const jobs = Array.from({ length: 1000 }, (_, id) =>
    jobOf({ id, test: `t${id}`, result: `odd ${id}`.repeat(100) }),
  )

  expect(JSON.stringify(lookAt(buildJobs(jobs))).length).toBeLessThan(8 * 1024)
})
