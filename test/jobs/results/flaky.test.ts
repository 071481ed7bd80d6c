import { expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { flakyJobs } from '../../../jobs/results/flaky.ts'
import { jobOf } from '../job-of.ts'

test.each([
  ['failed', 'passed', true],
  ['failed', 'softfailed', true],
  ['incomplete', 'passed', true],
  ['timeout_exceeded', 'passed', true],
  ['passed', 'passed', false],
  ['parallel_failed', 'passed', false],
  ['user_restarted', 'passed', false],
  ['transcended', 'passed', false],
  ['failed', 'failed', false],
  ['failed', 'incomplete', false],
])('a test that first %s and then %s is flaky: %s', (first, second, flaky) => {
  const jobs = buildJobs([jobOf({ id: 1, result: first, cloneId: 2 }), jobOf({ id: 2, result: second })])

  expect(flakyJobs(jobs).map(({ id }) => id)).toEqual(flaky ? [2] : [])
})

test('the failure of another scenario makes no test flaky', () => {
  const jobs = buildJobs([jobOf({ id: 1, result: 'failed' }), jobOf({ id: 2, machine: 'uefi' })])

  expect(flakyJobs(jobs)).toEqual([])
})
