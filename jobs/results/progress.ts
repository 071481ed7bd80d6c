import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'
import type { BuildJobs } from './build-jobs.ts'
import { hasEnded } from './lineage.ts'

/** How many jobs are done, running and waiting. A job in an unknown state counts as waiting. */
export interface JobCounts {
  readonly done: number
  readonly running: number
  readonly waiting: number
}

/** The counts for one (flavor, arch). */
export interface FlavorProgress extends JobCounts {
  readonly flavor: string
  readonly arch: string
}

/** The counts for a build, small enough for a workflow: one row for each (flavor, arch), not for each job. */
export interface BuildProgress extends JobCounts {
  readonly byFlavor: readonly FlavorProgress[]
  /** A guess when the last job ends, ISO in UTC; null without any basis for a guess. */
  readonly endsAbout: string | null
}

/**
 * Counts the latest jobs, and guesses when they end.
 * @param now ISO time in UTC of the look
 */
export function progressOf({ latest }: BuildJobs, now: string): BuildProgress {
  const groups = Map.groupBy(latest, ({ flavor, arch }) => `${flavor} ${arch}`)
  const byFlavor = [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, jobs]) => jobs.slice(0, 1).map(({ flavor, arch }) => ({ flavor, arch, ...countsOf(jobs) })))
  return { ...countsOf(latest), byFlavor, endsAbout: endsAbout(latest, now) }
}

function countsOf(jobs: readonly Job[]): JobCounts {
  const done = jobs.filter(hasEnded).length
  const running = jobs.filter(({ state }) => phaseOf(state) === 'running').length
  return { done, running, waiting: jobs.length - done - running }
}

/**
 * Assumes that every job takes the median time of the ended jobs, and that as many run at once as now. If
 * jobs wait, at least one whole job follows the running ones.
 */
function endsAbout(jobs: readonly Job[], now: string): string | null {
  const typical = median(jobs.flatMap(lengthMs))
  const at = Date.parse(now)
  const running = jobs.filter(({ state }) => phaseOf(state) === 'running')
  if (typical === null || running.length === 0) return null
  const left = running.map(({ startedAt }) => Math.max(0, typical - (at - Date.parse(startedAt ?? now))))
  const waiting = countsOf(jobs).waiting
  const shared = (sum(left) + waiting * typical) / running.length
  const atLeast = Math.max(...left) + (waiting > 0 ? typical : 0)
  const end = new Date(at + Math.max(shared, atLeast))
  // Absurd times of ended jobs can lead past the last date of JavaScript.
  return Number.isNaN(end.getTime()) ? null : end.toISOString()
}

/** Jobs that never ran have no duration. */
function lengthMs({ state, startedAt, finishedAt }: Job): readonly number[] {
  if (phaseOf(state) !== 'ended' || startedAt === null || finishedAt === null) return []
  return [Date.parse(finishedAt) - Date.parse(startedAt)]
}

function median(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
