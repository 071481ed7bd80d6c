import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import type { BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'
import { standing } from './standing.ts'

/**
 * The jobs of a build that passed only when tried again: an earlier try failed or broke off. An earlier try
 * that ended because another job was restarted does not count.
 */
export function flakyJobs({ every, latest }: BuildJobs): readonly Job[] {
  const bad = every.filter(({ result }) => ['failed', 'broken'].includes(classOf(result)))
  const failedOnce = new Set(bad.map(scenarioOf))
  return standing(latest, 'passed', 'softfailed').filter((job) => failedOnce.has(scenarioOf(job)))
}
