import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { bugrefsOf } from '../../jobs/results/bugrefs.ts'
import { isOk } from '../../jobs/results/job-result.ts'
import { isNoAnswer } from '../no-answer.ts'
import type { BuildJobs } from '../../jobs/results/build-jobs.ts'
import { hasEnded } from '../../jobs/results/lineage.ts'

/** Bugs by job id. */
export type KnownBugs = Readonly<Record<string, readonly string[]>>

/** How many jobs' comments are read: with more failures than this, nobody looks at single jobs. */
const mostJobs = 60

/** The bugs that comments on a build's failed jobs name. openQA carries comments over to later builds. */
export async function knownBugs(client: OpenQa, { latest }: BuildJobs): Promise<KnownBugs> {
  const failed = latest.filter((job) => hasEnded(job) && !isOk(job.result))
  const found = await Promise.all(
    failed.slice(0, mostJobs).map(async ({ id }) => [String(id), await bugsOf(client, id)] as const),
  )
  return Object.fromEntries(found.filter(([, bugs]) => bugs.length > 0))
}

/** If the comments cannot be read, the job has no known bug; its failure is still reported. */
async function bugsOf(client: OpenQa, id: number): Promise<readonly string[]> {
  try {
    return bugrefsOf(await client.comments(id))
  } catch (error) {
    if (isNoAnswer(error)) return []
    throw error
  }
}
