import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import { countingJobs, scenarioOf } from './lineage.ts'
import { standing } from './standing.ts'

/**
 * Of all jobs of a build, those that passed only when they were tried again: an earlier try failed or broke.
 * Tries that were merely taken along by another job's restart say nothing and do not count.
 */
export function flakyJobs(jobs: readonly Job[]): readonly Job[] {
  const bad = jobs.filter(({ result }) => ['failed', 'broken'].includes(classOf(result)))
  const failedOnce = new Set(bad.map(scenarioOf))
  return standing(countingJobs(jobs), 'passed', 'softfailed').filter((job) => failedOnce.has(scenarioOf(job)))
}
