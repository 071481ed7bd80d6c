import type { Comparison } from '../compare/compared-test.ts'
import type { PostOutcome } from '../plan/post.ts'
import type { LatestJob } from '../results/build-jobs.ts'
import type { Thresholds } from './thresholds.ts'

/**
 * How the wait for the jobs ended. `settled`: all jobs ended and no restart came. `deadline`: time was up.
 * `unreachable`: openQA stopped answering. `nothing-scheduled`: there were no jobs.
 */
export type AwaitEnd = 'settled' | 'deadline' | 'unreachable' | 'nothing-scheduled'

/** An image that a compose does not have and nobody accepted, as far as a verdict needs it. */
export interface VerdictImage {
  readonly required: boolean
  /** The baseline's compose had it, or there is no baseline. */
  readonly isNewlyMissing: boolean
}

/** The facts that a night's verdict is made from. */
export interface VerdictInput {
  /** Empty if somebody else schedules the tests. */
  readonly posts: readonly PostOutcome[]
  readonly jobs: readonly LatestJob[]
  readonly comparison: Comparison
  readonly missing: readonly VerdictImage[]
  readonly end: AwaitEnd
  readonly thresholds: Thresholds
}
