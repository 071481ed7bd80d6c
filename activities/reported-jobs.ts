import { ClientFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa.ts'
import { bugrefsOf } from '../jobs/bugrefs.ts'
import type { AwaitEnd } from '../jobs/evidence.ts'
import { isOk } from '../jobs/job-result.ts'
import type { Job } from '../jobs/job.ts'
import { countingJobs, hasEnded } from '../jobs/lineage.ts'
import { parseJobs } from '../jobs/parse-jobs.ts'
import type { NightFacts } from '../report/facts.ts'
import type { ReportInput } from './activities.ts'
import { recallJobs } from './recall.ts'
import type { Tools } from './tools.ts'

type JobFacts = Pick<NightFacts, 'jobs' | 'awaited' | 'bugs'>

/** Jobs whose comments are read for known bugs: on a night with more failures nobody looks at single ones. */
const mostComments = 60

/** The jobs a report speaks of, how the wait for them ended, and the bugs that are known to explain their failures. */
export async function reportedJobs(tools: Tools, input: ReportInput): Promise<JobFacts> {
  if (input.outcome !== 'tested' && input.outcome !== 'unfinished-tests') {
    return { jobs: [], awaited: 'nothing-scheduled', bugs: {} }
  }
  const { client } = await tools.openqa()
  const { jobs, awaited } = await lastJobs(tools, client, input)
  return { jobs, awaited, bugs: await knownBugs(client, jobs) }
}

async function lastJobs(
  { archive }: Tools,
  client: OpenQa,
  { jobs: ref, outcome, compose }: ReportInput,
): Promise<Pick<JobFacts, 'jobs' | 'awaited'>> {
  const kept = ref === null ? [] : await recallJobs(archive, ref)
  if (outcome === 'tested' || compose === null) return { jobs: kept, awaited: endOf(kept, 'settled') }
  try {
    const now = parseJobs(await client.jobsOfBuild(compose))
    return { jobs: now, awaited: endOf(now, 'deadline') }
  } catch (error) {
    if (error instanceof ClientFailure) return { jobs: kept, awaited: 'unreachable' }
    throw error
  }
}

function endOf(jobs: readonly Job[], otherwise: AwaitEnd): AwaitEnd {
  return jobs.length === 0 ? 'nothing-scheduled' : otherwise
}

async function knownBugs(client: OpenQa, jobs: readonly Job[]): Promise<NightFacts['bugs']> {
  const failed = countingJobs(jobs).filter((job) => hasEnded(job) && !isOk(job.result))
  const found = await Promise.all(
    failed.slice(0, mostComments).map(async ({ id }) => [String(id), await bugsOf(client, id)] as const),
  )
  return Object.fromEntries(found.filter(([, bugs]) => bugs.length > 0))
}

/** No comment that can be read is no known bug: the failure is reported all the same. */
async function bugsOf(client: OpenQa, id: number): Promise<readonly string[]> {
  try {
    return bugrefsOf(await client.comments(id))
  } catch (error) {
    if (error instanceof ClientFailure) return []
    throw error
  }
}
