import { listed } from '../counted.ts'
import { flakyJobs } from './flaky.ts'
import type { Job } from './job.ts'
import { countingJobs } from './lineage.ts'
import { standing } from './standing.ts'
import { testNames } from './test-names.ts'

/** What is worth saying of a build's jobs although it takes nothing from a pass: flaky tests, soft failures. */
export function remarks(jobs: readonly Job[]): readonly string[] {
  const counting = countingJobs(jobs)
  const ok = standing(counting, 'passed', 'softfailed')
  const soft = standing(counting, 'softfailed')
  const flaky = flakyJobs(jobs)
  return [
    ...(ok.length > 0 && ok.length === counting.length ? [allPassed(ok.length)] : []),
    ...(flaky.length > 0 ? [`flaky, passed only when tried again: ${listed(testNames(flaky))}`] : []),
    ...(soft.length > 0 ? [`passed with a known weakness: ${listed(testNames(soft))}`] : []),
  ]
}

function allPassed(count: number): string {
  return count === 1 ? 'the one test passed' : `all ${count} tests passed`
}
