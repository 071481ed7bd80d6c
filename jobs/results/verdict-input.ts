import type { MissingImage } from '../../compose/expected/expected.ts'
import type { BuildJobs } from './build-jobs.ts'
import type { PostOutcome } from '../plan/post.ts'

/**
 * How the wait for the jobs ended. `settled` all have ended and none came after; `deadline` time was up;
 * `unreachable` openQA gave no answer any more; `nothing-scheduled` there was nothing to wait for.
 */
export type AwaitEnd = 'settled' | 'deadline' | 'unreachable' | 'nothing-scheduled'

/** All that a night's verdict rests on. */
export interface VerdictInput {
  /** Empty where somebody else schedules the tests. */
  readonly posts: readonly PostOutcome[]
  readonly jobs: BuildJobs
  readonly images: { readonly missing: readonly MissingImage[] }
  readonly end: AwaitEnd
}
