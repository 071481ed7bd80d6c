import type { BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'

/**
 * What the newest job of each test came to, as text: two looks with the same text saw the same jobs and
 * results.
 */
export function jobsInBrief({ latest }: BuildJobs): string {
  return latest
    .map((job) => `${scenarioOf(job)} ${job.id} ${job.state} ${job.result}`)
    .toSorted()
    .join('\n')
}
