import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Job } from '../../../jobs/results/job.ts'
import { buildJobs, jobsThat, pendingOf } from '../../../jobs/results/build-jobs.ts'
import { hasEnded, scenarioOf } from '../../../jobs/results/lineage.ts'
import { jobOf } from '../job-of.ts'

function latestOf(jobs: readonly Job[]): readonly Job[] {
  return buildJobs(jobs).latest
}

test('the clone of a clone counts, and nothing before it', () => {
  const jobs = [
    jobOf({ id: 1, result: 'failed', cloneId: 4 }),
    jobOf({ id: 4, result: 'incomplete', cloneId: 9 }),
    jobOf({ id: 9 }),
  ]

  expect(latestOf(jobs).map(({ id }) => id)).toEqual([9])
})

test('of two sets that were posted the newer counts, scenario by scenario', () => {
  const jobs = [
    jobOf({ id: 1 }),
    jobOf({ id: 2, machine: 'uefi' }),
    jobOf({ id: 10, result: 'failed' }),
    jobOf({ id: 3, arch: 'aarch64' }),
  ]

  expect(latestOf(jobs).map(({ id }) => id)).toEqual([2, 3, 10])
})

test('a clone that runs as another test takes its origin out of the count', () => {
  const jobs = [
    jobOf({ id: 1, result: 'failed', cloneId: 2 }),
    jobOf({ id: 2, test: 'install_default:mend' }),
  ]

  expect(latestOf(jobs).map(({ id }) => id)).toEqual([2])
})

test.each([
  ['scheduled', 'none', false],
  ['running', 'user_restarted', false],
  ['uploading', 'passed', false],
  ['hibernating', 'passed', false],
  ['done', 'none', true],
  ['cancelled', 'skipped', true],
])('a job that is %s with result %s has ended: %s', (state, result, ended) => {
  expect(hasEnded({ state })).toBe(ended)
  expect(pendingOf(buildJobs([jobOf({ id: 1, state, result })])).length).toBe(ended ? 0 : 1)
})

test('a job whose clone was not seen is pending, for nobody has seen what counts', () => {
  expect(pendingOf(buildJobs([jobOf({ id: 1, result: 'failed', cloneId: 2 })])).map(({ id }) => id)).toEqual([
    1,
  ])
})

/** Sets of jobs in which clones have higher ids than their origins, as openQA makes them. */
const someJobs = fc
  .array(
    fc.record({
      test: fc.constantFrom('a', 'b', 'c'),
      machine: fc.constantFrom('64bit', 'uefi'),
      state: fc.constantFrom('scheduled', 'running', 'done', 'cancelled', 'new word'),
      clone: fc.nat({ max: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ clone, ...row }, at) =>
      jobOf({ id: at + 1, ...row, cloneId: clone === 0 ? null : at + 1 + clone }),
    ),
  )

test('one job counts for each scenario at most, whatever the order of the list', () => {
  fc.assert(
    fc.property(someJobs, (jobs) => {
      const counting = latestOf(jobs)

      expect(new Set(counting.map(scenarioOf)).size).toBe(counting.length)
      expect(latestOf(jobs.toReversed())).toEqual(counting)
      expect(latestOf(counting)).toEqual(counting)
    }),
  )
})

test('no job that counts was cloned into another of the list', () => {
  fc.assert(
    fc.property(someJobs, (jobs) => {
      const ids = new Set(jobs.map(({ id }) => id))

      expect(latestOf(jobs).filter(({ cloneId }) => cloneId !== null && ids.has(cloneId))).toEqual([])
    }),
  )
})

test('a scenario is named by flavor, arch, test and machine, and by a distribution that is not fedora', () => {
  expect(scenarioOf(jobOf({ id: 1, test: 'base', machine: 'uefi' }))).toBe('Server-dvd-iso x86_64 base@uefi')
  expect(scenarioOf(jobOf({ id: 1, distri: 'eln' }))).toBe('eln Server-dvd-iso x86_64 install_default@64bit')
})

test('a clone whose origin is not in the list counts, and so does an origin whose clone is not', () => {
  const jobs = [jobOf({ id: 3, cloneId: 8 }), jobOf({ id: 4, test: 'b' })]

  expect(latestOf(jobs).map(({ id }) => id)).toEqual([3, 4])
  expect(pendingOf(buildJobs(jobs)).map(({ id }) => id)).toEqual([3])
})

test('every try is kept, by rising number', () => {
  const jobs = [jobOf({ id: 10 }), jobOf({ id: 9, cloneId: 10 }), jobOf({ id: 100, test: 'b' })]

  expect(buildJobs(jobs).every.map(({ id }) => id)).toEqual([9, 10, 100])
})

test('the jobs that stand in some ways are told in their order', () => {
  const jobs = buildJobs([
    jobOf({ id: 1, test: 'a', result: 'failed' }),
    jobOf({ id: 2, test: 'b' }),
    jobOf({ id: 3, test: 'c', result: 'softfailed' }),
    jobOf({ id: 4, test: 'd' }),
  ])

  expect(jobsThat(jobs, 'softfailed', 'passed').map(({ id }) => id)).toEqual([2, 3, 4])
  expect(jobsThat(jobs, 'broken')).toEqual([])
})
