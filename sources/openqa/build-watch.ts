import { ClientFailure } from '../../clients/failure.ts'
import type { OpenQa } from '../../clients/openqa/openqa.ts'
import { buildJobs, pendingOf } from '../../jobs/results/build-jobs.ts'
import { phaseOf, statesOf, type JobPhase } from '../../jobs/results/job-state.ts'
import type { Job } from '../../jobs/results/job.ts'
import { parseJobIds, parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'

/**
 * The jobs of builds, for those who look again and again. It remembers what it saw and asks openQA only for
 * what changed. Every process has its own: one that remembers less asks for more.
 */
export interface BuildWatch {
  /** The jobs that count, and known jobs that they replaced. @throws ClientFailure, Garbled */
  jobs(client: OpenQa, build: string, whole: Whole): Promise<readonly Job[]>
}

/**
 * When all jobs are asked for, whatever changed: once an hour, as a person may relabel or delete what has
 * ended; `all once ended`: also when no job is pending, so that nothing remembered decides the end.
 */
export type Whole = 'all hourly' | 'all once ended'

export interface WatchOptions {
  /** A build with fewer jobs is asked for as a whole: that is one request. */
  readonly smallest?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

interface Known {
  readonly jobs: readonly Job[]
  /** When all of them were asked for. */
  readonly askedAt: number
}

const wholeAfterMs = 3_600_000
const mostBuilds = 16
/** So many ids fit into one address. Where more changed, the whole list is hardly longer. */
const mostChanged = 200

/** Remembers the builds of one openQA. */
export function watchBuilds({ smallest = 50, now = Date.now }: WatchOptions = {}): BuildWatch {
  const builds = new Map<string, Known>()

  function remember(build: string, known: Known): readonly Job[] {
    builds.delete(build)
    builds.set(build, known)
    const [oldest] = builds.keys()
    if (builds.size > mostBuilds && oldest !== undefined) builds.delete(oldest)
    return known.jobs
  }

  async function allJobs(client: OpenQa, build: string): Promise<readonly Job[]> {
    const askedAt = now()
    const jobs = parseJobsOfBuild(build, await client.jobsOfBuild(build))
    return remember(build, { jobs, askedAt })
  }

  return {
    async jobs(client, build, whole) {
      const known = builds.get(build)
      const isFresh = known !== undefined && now() - known.askedAt < wholeAfterMs
      if (!isFresh || known.jobs.length < smallest) return await allJobs(client, build)
      const jobs = await broughtUpToDate(client, build, known.jobs)
      const isEnd = jobs !== null && whole === 'all once ended' && pendingOf(buildJobs(jobs)).length === 0
      return jobs === null || isEnd ? await allJobs(client, build) : remember(build, { ...known, jobs })
    },
  }
}

/** Null where much changed, or where openQA does not answer these questions. */
async function broughtUpToDate(
  client: OpenQa,
  build: string,
  known: readonly Job[],
): Promise<readonly Job[] | null> {
  try {
    const [added, phases] = await Promise.all([addedTo(client, build, known), phasesOf(client, build)])
    const changed = changedIds(known, phases).filter((id) => added.every((job) => job.id !== id))
    if (changed.length > mostChanged) return null
    const again = changed.length === 0 ? [] : parseJobsOfBuild(build, await client.jobsWith(changed))
    const renewed = new Set([...changed, ...added.map(({ id }) => id)])
    const same = known.filter(({ id }) => !renewed.has(id))
    return [...same, ...again, ...added].toSorted((one, other) => one.id - other.id)
  } catch (thrown) {
    const isRefused = thrown instanceof ClientFailure && thrown.kind !== 'unreachable'
    if (isRefused) return null
    throw thrown
  }
}

/** Ids rise: a late post, another's post and each new try have higher ids than all jobs before them. */
async function addedTo(client: OpenQa, build: string, known: readonly Job[]): Promise<readonly Job[]> {
  const newest = known.reduce((highest, { id }) => Math.max(highest, id), 0)
  return parseJobsOfBuild(build, await client.jobsOfBuildAfter(build, newest))
}

/** The jobs that have not ended, by id. */
async function phasesOf(client: OpenQa, build: string): Promise<ReadonlyMap<number, JobPhase>> {
  const open = ['waiting', 'running'] as const
  const ids = await Promise.all(
    open.map(async (phase) => parseJobIds(await client.idsOfBuild(build, statesOf(phase)))),
  )
  return new Map(open.flatMap((phase, at) => (ids[at] ?? []).map((id) => [id, phase] as const)))
}

/**
 * The jobs that are not as they were. A job in a state that Nightjar does not know, and one whose next try
 * was not seen yet, is always among them.
 */
function changedIds(jobs: readonly Job[], phases: ReadonlyMap<number, JobPhase>): readonly number[] {
  const known = new Map(jobs.map(({ id, state }) => [id, phaseOf(state)]))
  const pending = pendingOf(buildJobs(jobs)).map(({ id }) => id)
  return [...new Set([...pending, ...phases.keys()])].filter((id) => known.get(id) !== phases.get(id))
}
