import { classOf } from './job-result.ts'
import type { Job } from './job.ts'
import type { BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'
import { standing } from './standing.ts'

/**
 * The jobs of a build that passed only when they were tried again: an earlier try failed or broke.
 * Tries that were merely taken along by another job's restart say nothing and do not count.
 */
export function flakyJobs({ every, latest }: BuildJobs): readonly Job[] {
  const bad = every.filter(({ result }) => ['failed', 'broken'].includes(classOf(result)))
  const failedOnce = new Set(bad.map(scenarioOf))
  return standing(latest, 'passed', 'softfailed').filter((job) => failedOnce.has(scenarioOf(job)))
}
