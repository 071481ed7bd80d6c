import { jobsThat } from './build-jobs.ts'
import { vanishedPosts } from './vanished.ts'
import type { VerdictInput } from './verdict-input.ts'

/** Why the verdict is unknown: no tests, tests without an end in time, no answer from openQA, or none ran. */
export const unknownCauses = ['nothing-scheduled', 'unfinished', 'unreachable', 'nothing-ran'] as const

/** One of {@link unknownCauses}. */
export type UnknownCause = (typeof unknownCauses)[number]

/**
 * The verdict on a compose. `failed`: a test failed or a blocking image is missing. `unknown`: nothing
 * failed, but the known results do not justify a pass. `degraded`: all tests that ran passed, but something
 * is missing, was refused or did not run. `passed`: everything ran and passed.
 */
export type Verdict =
  | { readonly kind: 'passed' | 'degraded' | 'failed' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** Judges a compose. A failure always counts. A service that does not answer never counts as a pass. */
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

/** Whether every expected image and post exists, and every test ran and passed. */
function isWhole({ jobs, images, posts }: VerdictInput): boolean {
  return (
    jobsThat(jobs, 'passed', 'softfailed').length === jobs.latest.length &&
    images.missing.length === 0 &&
    posts.every(({ kind }) => kind === 'scheduled' || kind === 'found') &&
    vanishedPosts(posts, jobs.latest).length === 0
  )
}
