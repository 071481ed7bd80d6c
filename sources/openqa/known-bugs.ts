import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { bugrefsOf } from '../../jobs/results/bugrefs.ts'
import { isOk } from '../../jobs/results/job-result.ts'
import { isNoAnswer } from '../no-answer.ts'
import type { BuildJobs } from '../../jobs/results/build-jobs.ts'
import { hasEnded } from '../../jobs/results/lineage.ts'

/** Bugs by job id. */
export type KnownBugs = Readonly<Record<string, readonly string[]>>

/** The bugs of failed jobs, and what a reader must know of jobs whose comments could not be read. */
export interface ReadBugs {
  readonly bugs: KnownBugs
  readonly warnings: readonly string[]
}

/** How many jobs' comments are read: with more failures than this, nobody looks at single jobs. */
const mostJobs = 60

/** A first try that took longer leaves no time for a second, in milliseconds. */
const quickMs = 5000

/** The bugs that comments on a build's failed jobs name. openQA carries comments over to later builds. */
export async function knownBugs(client: OpenQa, { latest }: BuildJobs): Promise<ReadBugs> {
  const failed = latest.filter((job) => hasEnded(job) && !isOk(job.result))
  const found = await Promise.all(
    failed.slice(0, mostJobs).map(async ({ id }) => ({ id, bugs: await bugsOf(client, id) })),
  )
  const unread = found.filter(({ bugs }) => bugs === null).map(({ id }) => id)
  const named = found.flatMap(({ id, bugs }) => (bugs?.length ? [[String(id), bugs] as const] : []))
  return { bugs: Object.fromEntries(named), warnings: unread.length === 0 ? [] : [unreadInWords(unread)] }
}

/**
 * The bugs of a job, asked for twice if openQA was quick to fail; null if its comments could not be read.
 * Then its failure is reported as one without a known bug.
 */
async function bugsOf(client: OpenQa, id: number): Promise<readonly string[] | null> {
  const began = Date.now()
  const first = await tryToRead(client, id)
  return first === null && Date.now() - began < quickMs ? await tryToRead(client, id) : first
}

async function tryToRead(client: OpenQa, id: number): Promise<readonly string[] | null> {
  try {
    return bugrefsOf(await client.comments(id))
  } catch (error) {
    if (isNoAnswer(error)) return null
    throw error
  }
}

function unreadInWords(ids: readonly number[]): string {
  const jobs = `${ids.length === 1 ? 'job' : 'jobs'} ${ids.slice(0, 5).join(', ')}`
  const more = ids.length > 5 ? ` and ${ids.length - 5} more` : ''
  return `the comments on ${jobs}${more} could not be read, so nobody knows whether a known bug explains the failure`
}
