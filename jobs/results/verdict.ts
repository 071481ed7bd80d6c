import { jobsThat } from './build-jobs.ts'
import { vanishedPosts } from './vanished.ts'
import type { VerdictInput } from './verdict-input.ts'

/** Why nothing can be said: nothing was scheduled, tests had no end in time, openQA gave no answer, or none ran. */
export const unknownCauses = ['nothing-scheduled', 'unfinished', 'unreachable', 'nothing-ran'] as const

/** One of {@link unknownCauses}. */
export type UnknownCause = (typeof unknownCauses)[number]

/**
 * Whether a compose is any good.
 * `failed` a test failed or a blocking image is missing; `unknown` nothing failed, but what is known is no ground
 * for a pass; `degraded` all that ran is well, but something is missing, refused or did not run; `passed` the rest.
 */
export type Verdict =
  | { readonly kind: 'passed' | 'degraded' | 'failed' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** Judges a compose. A failure stays one whatever else is unknown; no answer is never a pass. */
export function judge(input: VerdictInput): Verdict {
  if (hasFailed(input)) return { kind: 'failed' }
  const cause = unknownCause(input)
  if (cause !== null) return { kind: 'unknown', cause }
  return { kind: isWhole(input) ? 'passed' : 'degraded' }
}

function hasFailed({ jobs, images }: VerdictInput): boolean {
  return jobsThat(jobs, 'failed').length > 0 || images.missing.some(({ blocking }) => blocking)
}

function unknownCause({ jobs, end }: VerdictInput): UnknownCause | null {
  if (end === 'unreachable') return 'unreachable'
  if (jobs.latest.length === 0) return 'nothing-scheduled'
  if (jobsThat(jobs, 'unfinished').length > 0) return 'unfinished'
  return jobsThat(jobs, 'passed', 'softfailed').length === 0 ? 'nothing-ran' : null
}

/** Whether all that should be there is, and all of it ran. */
function isWhole({ jobs, images, posts }: VerdictInput): boolean {
  return (
    jobsThat(jobs, 'passed', 'softfailed').length === jobs.latest.length &&
    images.missing.length === 0 &&
    posts.every(({ kind }) => kind === 'scheduled' || kind === 'found') &&
    vanishedPosts(posts, jobs.latest).length === 0
  )
}
