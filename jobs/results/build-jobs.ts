import type { Job } from './job.ts'
import { hasEnded, scenarioOf } from './lineage.ts'
import { standingOf, type Standing } from './standing.ts'

/** The latest job of a scenario, and its standing. */
export interface LatestJob extends Job {
  readonly standing: Standing
}

/** openQA's jobs of one build, sorted by id. */
export interface BuildJobs {
  /** Every job that was seen, earlier tries included. */
  readonly every: readonly Job[]
  /** The latest job of each scenario, as openQA defines it. Only these count. */
  readonly latest: readonly LatestJob[]
}

/** Picks the jobs that count: a clone replaces its job, and the newer of two posts replaces the older. */
export function buildJobs(jobs: readonly Job[]): BuildJobs {
  const every = jobs.toSorted((one, other) => one.id - other.id)
  const ids = new Set(every.map(({ id }) => id))
  const latest = new Map<string, Job>()
  for (const job of every) {
    const superseded = job.cloneId !== null && ids.has(job.cloneId)
    if (!superseded) latest.set(scenarioOf(job), job)
  }
  const counting = [...latest.values()].toSorted((one, other) => one.id - other.id)
  return { every, latest: counting.map((job) => ({ ...job, standing: standingOf(job) })) }
}

/**
 * The latest jobs that have not ended. A job whose clone was not seen yet is pending, too: the clone will
 * replace it. A job in an unknown state has not ended.
 */
export function pendingOf({ latest }: BuildJobs): readonly LatestJob[] {
  return latest.filter((job) => !hasEnded(job) || job.cloneId !== null)
}

/** The latest jobs with one of these standings, in their order. */
export function jobsThat({ latest }: BuildJobs, ...wanted: readonly Standing[]): readonly LatestJob[] {
  return latest.filter(({ standing }) => wanted.includes(standing))
}
