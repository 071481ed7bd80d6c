import type { LatestJob } from '../results/build-jobs.ts'
import type { TestClass } from './test-class.ts'
import { failsAlike, type Track } from './track.ts'

/** What the class of a job follows from. */
export interface Classified {
  readonly job: LatestJob
  /** It passed only when tried again. */
  readonly isFlaky: boolean
  readonly bugs: readonly string[]
  /** The nights before; null where there are none, or nobody could ask for them. */
  readonly past: { readonly track: Track | undefined } | null
}

/** The class of a job that counts. */
export function classOf({ job, isFlaky, bugs, past }: Classified): TestClass {
  switch (job.standing) {
    case 'failed':
      return bugs.length > 0 ? 'known' : failureClass(job, past)
    case 'softfailed':
      return isFlaky ? 'flaky' : 'soft'
    case 'passed':
      if (isFlaky) return 'flaky'
      return past?.track?.runs[0]?.ended === 'failed' ? 'fixed' : 'passed'
    case 'broken':
    case 'skipped':
    case 'stopped':
      return 'not-run'
    case 'unfinished':
    case 'unknown':
      return job.standing
    default:
      return job.standing satisfies never
  }
}

function failureClass({ failedModules }: LatestJob, past: Classified['past']): TestClass {
  if (past === null) return 'failed'
  const runs = past.track?.runs ?? []
  if (runs.every(({ ended }) => ended === 'failed')) return 'never-passed'
  return failsAnew(runs, failedModules) ? 'new' : 'still'
}

/** Whether a test that failed did not fail in the same way the last time it ran; false if it never ran. */
export function failsAnew(runs: Track['runs'], failedModules: readonly string[]): boolean {
  const [last] = runs
  if (last === undefined) return false
  return last.ended !== 'failed' || !failsAlike(last.failedModules, failedModules)
}
