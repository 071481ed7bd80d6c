import type { MissingImage } from '../../compose/expected/expected.ts'
import type { Job } from './job.ts'
import type { PostOutcome } from '../plan/post.ts'

/**
 * How the wait for the jobs ended. `settled` all have ended and none came after; `deadline` time was up;
 * `unreachable` openQA gave no answer any more; `nothing-scheduled` there was nothing to wait for.
 */
export type AwaitEnd = 'settled' | 'deadline' | 'unreachable' | 'nothing-scheduled'

/** All that a night's verdict rests on. */
export interface Evidence {
  /** Empty where somebody else schedules the tests. */
  readonly posts: readonly PostOutcome[]
  /** Every job of the build that was seen, earlier tries too: those that count are told from them. */
  readonly jobs: readonly Job[]
  readonly images: { readonly present: number; readonly missing: readonly MissingImage[] }
  readonly end: AwaitEnd
}
