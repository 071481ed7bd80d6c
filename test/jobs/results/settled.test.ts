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

test('each unknown word is told once, in the order of the alphabet, and a long one is cut', () => {
  const { unknownWords } = lookAt(
    buildJobs([
      jobOf({ id: 1, test: 'a', state: 'zombie' }),
      jobOf({ id: 2, test: 'b', result: 'sideways' }),
      jobOf({ id: 3, test: 'c', result: 'sideways' }),
      jobOf({ id: 4, test: 'd', state: 's'.repeat(41), result: 'r'.repeat(41) }),
    ]),
  )

  expect(unknownWords).toEqual([
    `result ${'r'.repeat(40)}`,
    'result sideways',
    `state ${'s'.repeat(40)}`,
    'state zombie',
  ])
})

test('at most ten unknown words are told', () => {
  const jobs = Array.from({ length: 11 }, (_, id) => jobOf({ id, test: `t${id}`, result: `odd ${id + 10}` }))

  expect(lookAt(buildJobs(jobs)).unknownWords).toEqual(
    jobs.slice(0, 10).map(({ result }) => `result ${result}`),
  )
})

test('words that are known ask for nobody', () => {
  expect(lookAt(buildJobs([passed, failed, running])).unknownWords).toEqual([])
})

test('two failures settle a build only when both were seen before', () => {
  const other = jobOf({ id: 4, test: 'base_update', result: 'incomplete' })
  const one = lookAt(buildJobs([failed, { ...other, result: 'passed' }]))
  const both = lookAt(buildJobs([failed, other]))

  expect(both.notOk).toEqual([2, 4])
  expect(settled(one, both)).toBe('settling')
  expect(settled(both, one)).toBe('settled')
})

test('what is pending is not told as a failure, whatever its result', () => {
  const look = lookAt(
    buildJobs([{ ...failed, cloneId: 9 }, { ...running, result: 'user_restarted' }, passed]),
  )

  expect(look).toMatchObject({ jobs: 3, pending: 2, blocked: 0, notOk: [] })
})

test('a look stays small, however large the build and however odd its words', () => {
  const jobs = Array.from({ length: 1000 }, (_, id) =>
    jobOf({ id, test: `t${id}`, result: `odd ${id}`.repeat(100) }),
  )

  expect(JSON.stringify(lookAt(buildJobs(jobs))).length).toBeLessThan(8 * 1024)
})
