import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { buildJobs, pendingOf, type BuildJobs } from '../../jobs/results/build-jobs.ts'
import { parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'
import type { AwaitEnd } from '../../jobs/verdict/verdict-input.ts'
import { knownBugs, type KnownBugs } from './known-bugs.ts'

/** What openQA says of a build now. */
export interface BuildResults {
  readonly jobs: BuildJobs
  readonly bugs: KnownBugs
  /** What a reader must know of it. */
  readonly warnings: readonly string[]
  readonly awaited: AwaitEnd
}

/** The results of a build, whoever scheduled it. @throws ClientFailure, Garbled */
export async function buildResults(client: OpenQa, build: string): Promise<BuildResults> {
  const jobs = await jobsOfBuild(client, build)
  return { jobs, ...(await knownBugs(client, jobs)), awaited: endOf(jobs) }
}

/** The jobs of a build, earlier tries too. @throws ClientFailure, Garbled */
export async function jobsOfBuild(client: OpenQa, build: string): Promise<BuildJobs> {
  return buildJobs(parseJobsOfBuild(build, await client.everyJobOfBuild(build)))
}

function endOf(jobs: BuildJobs): AwaitEnd {
  if (jobs.latest.length === 0) return 'nothing-scheduled'
  return pendingOf(jobs).length > 0 ? 'deadline' : 'settled'
}
