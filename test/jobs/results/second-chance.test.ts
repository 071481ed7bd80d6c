import { expect, test } from 'vitest'

import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { scenarioOf } from '../../../jobs/results/lineage.ts'
import { restartsFor, type SecondChanceInput } from '../../../jobs/results/second-chance.ts'
import { numberedJob } from '../numbered-job.ts'

const failed = numberedJob(1, { result: 'failed' })
const broken = numberedJob(2, { result: 'incomplete' })
const night: SecondChanceInput = {
  jobs: buildJobs([
    failed,
    broken,
    numberedJob(3),
    numberedJob(4, { state: 'cancelled', result: 'skipped' }),
  ]),
  failedBefore: [],
  known: [],
  restarted: [],
  budget: 10,
}

test('a job that broke off is restarted before one that failed; what they took along is not', () => {
  expect(restartsFor(night).map(({ job, cause }) => [job, cause])).toEqual([
    [2, 'infrastructure'],
    [1, 'new-failure'],
  ])
})

test.each<[string, Partial<SecondChanceInput>, number[]]>([
  ['that failed in the run before, too, is left alone', { failedBefore: [scenarioOf(failed)] }, [2]],
  ['that a known bug explains is left alone', { known: [1, 2] }, []],
  ['that was restarted once is left alone', { restarted: [scenarioOf(broken)] }, [1]],
  ['beyond the budget is left alone', { budget: 1 }, [2]],
  ['beyond what is left of the budget is left alone', { budget: 1, restarted: ['another'] }, []],
  ['beyond a budget that is overspent is left alone', { budget: 1, restarted: ['another', 'third'] }, []],
  [
    'that broke off is restarted, also where it failed before',
    { failedBefore: [scenarioOf(broken)] },
    [2, 1],
  ],
  [
    'that passed is left alone, also where it failed before',
    { failedBefore: ['test_3'], known: [3] },
    [2, 1],
  ],
  ['that broke off is left alone where a known bug explains it', { known: [2] }, [1]],
  ['whose second try is on its way is left alone', { jobs: buildJobs([{ ...failed, cloneId: 9 }]) }, []],
  ['that still runs is left alone', { jobs: buildJobs([{ ...failed, state: 'running' }]) }, []],
])('a job %s', (_, changes, ids) => {
  expect(restartsFor({ ...night, ...changes }).map(({ job }) => job)).toEqual(ids)
})

test('a restart names its job, its scenario and a reason of its own', () => {
  const restarts = restartsFor(night)

  expect(restarts).toMatchObject([
    { job: 2, scenario: 'Server-dvd-iso x86_64 test_2@64bit' },
    { job: 1, scenario: 'Server-dvd-iso x86_64 test_1@64bit' },
  ])
  expect(new Set(restarts.map(({ why }) => why)).size).toBe(2)
  expect(restarts.filter(({ why }) => why === '')).toEqual([])
})
