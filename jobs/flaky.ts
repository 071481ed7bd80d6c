import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import { countingJobs, scenarioOf } from './lineage.ts'
import { standing } from './standing.ts'

/**
 * Of all jobs of a build, those that passed only when they were tried again: an earlier try failed or broke.
 * Tries that were merely taken along by another job's restart say nothing and do not count.
 */
export function flakyJobs(jobs: readonly Job[]): readonly Job[] {
  const counting = countingJobs(jobs)
  const last = new Set(counting)
  const bad = jobs.filter((job) => !last.has(job) && ['failed', 'broken'].includes(classOf(job.result)))
  const failedBefore = new Set(bad.map(scenarioOf))
  return standing(counting, 'passed', 'softfailed').filter((job) => failedBefore.has(scenarioOf(job)))
}
