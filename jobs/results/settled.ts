import { classOf, isOk } from './job-result.ts'
import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'
import { pendingOf, type BuildJobs } from './build-jobs.ts'

/** What one look at a build's jobs leaves for the next: a few numbers, whatever the size of the build. */
export interface JobsLook {
  readonly jobs: number
  readonly pending: number
  /** Of the pending: those that wait for a parent to end. */
  readonly blocked: number
  /** Ids of the latest jobs that ended and were not ok, rising. */
  readonly notOk: readonly number[]
  /** States and results that Nightjar does not know, each once, at most ten: a person should look. */
  readonly unknownWords: readonly string[]
}

/**
 * Where a build stands.
 * `settling` every job has ended, but one that was not ok was not seen so before: openQA writes the end first
 * and restarts the job (RETRY, auto-clone) after that, so one more look decides.
 */
export type Settlement = 'nothing' | 'pending' | 'settling' | 'settled'

/** Takes in the jobs of a build. */
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

/** Whether the jobs of a build have come to their true end, from two looks in a row; `previous` is null at the first. */
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
