import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import { jobsThat, type BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'

/**
 * The jobs of a build that passed only when tried again: an earlier try failed or broke off. An earlier try
 * that ended because another job was restarted does not count.
 */
export function flakyJobs(jobs: BuildJobs): readonly Job[] {
  const bad = jobs.every.filter(({ result }) => ['failed', 'broken'].includes(classOf(result)))
  const failedOnce = new Set(bad.map(scenarioOf))
  return jobsThat(jobs, 'passed', 'softfailed').filter((job) => failedOnce.has(scenarioOf(job)))
}
