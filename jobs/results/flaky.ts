import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import { jobsThat, type BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'

/**
 * The jobs of a build that passed only when they were tried again: an earlier try failed or broke.
 * Tries that were merely taken along by another job's restart say nothing and do not count.
 */
export function flakyJobs(jobs: BuildJobs): readonly Job[] {
  const bad = jobs.every.filter(({ result }) => ['failed', 'broken'].includes(classOf(result)))
  const failedOnce = new Set(bad.map(scenarioOf))
  return jobsThat(jobs, 'passed', 'softfailed').filter((job) => failedOnce.has(scenarioOf(job)))
}
