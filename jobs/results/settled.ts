import { classOf, isOk } from './job-result.ts'
import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'
import { pendingOf, type BuildJobs } from './build-jobs.ts'

/** What the next look at a build's jobs must know of this one. It stays small for a large build. */
export interface JobsLook {
  readonly jobs: number
  readonly pending: number
  /** How many of the pending jobs wait for another job to end. */
  readonly blocked: number
  /** Sorted ids of the latest jobs that ended and were not ok. */
  readonly notOk: readonly number[]
  /** States and results that Nightjar does not know, each once, at most ten. */
  readonly unknownWords: readonly string[]
}

/**
 * The state of a build. `settling`: every job has ended, but the look before did not see all the failures
 * yet. openQA first writes the end of a job, then restarts it (RETRY, auto-clone). One more look decides.
 */
export type Settlement = 'nothing' | 'pending' | 'settling' | 'settled'

/** Summarizes the jobs of a build. */
export function lookAt(jobs: BuildJobs): JobsLook {
  const { latest } = jobs
  const pending = pendingOf(jobs)
  const open = new Set(pending)
  return {
    jobs: latest.length,
    pending: pending.length,
    blocked: pending.filter(({ blockedById }) => blockedById !== null).length,
    notOk: latest.filter((job) => !open.has(job) && !isOk(job.result)).map(({ id }) => id),
    unknownWords: [...new Set(latest.flatMap(unknownWords))].toSorted().slice(0, 10),
  }
}

/** Whether all jobs have ended and no restart is to come, from two looks in a row; `previous` may be null. */
export function settled(previous: JobsLook | null, now: JobsLook): Settlement {
  if (now.jobs === 0) return 'nothing'
  if (now.pending > 0) return 'pending'
  const seen = new Set(previous?.notOk)
  return now.notOk.every((id) => seen.has(id)) ? 'settled' : 'settling'
}

function unknownWords({ state, result }: Job): readonly string[] {
  return [
    ...(phaseOf(state) === 'unknown' ? [`state ${state.slice(0, 40)}`] : []),
    ...(classOf(result) === 'unknown' ? [`result ${result.slice(0, 40)}`] : []),
  ]
}
