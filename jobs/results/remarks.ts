import { listed } from '../counted.ts'
import { flakyJobs } from './flaky.ts'
import type { BuildJobs } from './build-jobs.ts'
import { standing } from './standing.ts'
import { testNames } from './test-names.ts'

/** What is worth saying of a build's jobs although it takes nothing from a pass: flaky tests, soft failures. */
export function remarks(jobs: BuildJobs): readonly string[] {
  const { latest } = jobs
  const ok = standing(latest, 'passed', 'softfailed')
  const soft = standing(latest, 'softfailed')
  const flaky = flakyJobs(jobs)
  return [
    ...(ok.length > 0 && ok.length === latest.length ? [allPassed(ok.length)] : []),
    ...(flaky.length > 0 ? [`flaky, passed only when tried again: ${listed(testNames(flaky))}`] : []),
    ...(soft.length > 0 ? [`passed with a known weakness: ${listed(testNames(soft))}`] : []),
  ]
}

function allPassed(count: number): string {
  return count === 1 ? 'the one test passed' : `all ${count} tests passed`
}
