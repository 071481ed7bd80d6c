import type { MissingImage } from '../../compose/expected/expected.ts'
import type { BuildJobs } from './build-jobs.ts'
import type { PostOutcome } from '../plan/post.ts'

/**
 * How the wait for the jobs ended. `settled`: all jobs ended and no restart came. `deadline`: time was up.
 * `unreachable`: openQA stopped answering. `nothing-scheduled`: there were no jobs.
 */
export type AwaitEnd = 'settled' | 'deadline' | 'unreachable' | 'nothing-scheduled'

/** The facts that a night's verdict is made from. */
export interface VerdictInput {
  /** Empty if somebody else schedules the tests. */
  readonly posts: readonly PostOutcome[]
  readonly jobs: BuildJobs
  readonly images: { readonly missing: readonly MissingImage[] }
  readonly end: AwaitEnd
}
