import type { Job } from './job.ts'
import { hasEnded, scenarioOf } from './lineage.ts'
import { standingOf, type Standing } from './standing.ts'

/** The latest job of a scenario, and how it stands. */
export interface LatestJob extends Job {
  readonly standing: Standing
}

/** openQA's jobs of one build, by rising id. */
export interface BuildJobs {
  /** Every job that was seen, earlier tries too. */
  readonly every: readonly Job[]
  /** The latest job of each scenario, in openQA's sense: those that count. */
  readonly latest: readonly LatestJob[]
}

/**
 * Tells the jobs that count from those that were tried again: a job that was cloned gives way to its clone, and of two
 * sets that were posted the newer one counts.
 */
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
 * The latest jobs that are still to end. One whose clone is not among the jobs is pending too: it no longer counts,
 * and what counts has not been seen. A state we do not know has not ended.
 */
export function pendingOf({ latest }: BuildJobs): readonly LatestJob[] {
  return latest.filter((job) => !hasEnded(job) || job.cloneId !== null)
}

/** The latest jobs that stand in one of these ways, in their order. */
export function jobsThat({ latest }: BuildJobs, ...wanted: readonly Standing[]): readonly LatestJob[] {
  return latest.filter(({ standing }) => wanted.includes(standing))
}
