import type { Job } from './job.ts'
import { hasEnded, scenarioOf } from './lineage.ts'

/** openQA's jobs of one build, sorted by id. */
export interface BuildJobs {
  /** Every job that was seen, earlier tries included. */
  readonly every: readonly Job[]
  /** The latest job of each scenario, as openQA defines it. Only these count. */
  readonly latest: readonly Job[]
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
  return { every, latest: [...latest.values()].toSorted((one, other) => one.id - other.id) }
}

/**
 * The latest jobs that have not ended. A job whose clone was not seen yet is pending, too: the clone will
 * replace it. A job in an unknown state has not ended.
 */
export function pendingOf({ latest }: BuildJobs): readonly Job[] {
  return latest.filter((job) => !hasEnded(job) || job.cloneId !== null)
}
