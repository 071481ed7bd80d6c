import type { Job } from './job.ts'
import { standing } from './standing.ts'
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
  const { latest } = input.jobs
  if (hasFailed(latest, input)) return { kind: 'failed' }
  const cause = unknownCause(latest, input)
  if (cause !== null) return { kind: 'unknown', cause }
  return { kind: isWhole(latest, input) ? 'passed' : 'degraded' }
}

function hasFailed(latest: readonly Job[], { images }: VerdictInput): boolean {
  return standing(latest, 'failed').length > 0 || images.missing.some(({ blocking }) => blocking)
}

function unknownCause(latest: readonly Job[], { end }: VerdictInput): UnknownCause | null {
  if (end === 'unreachable') return 'unreachable'
  if (latest.length === 0) return 'nothing-scheduled'
  if (standing(latest, 'unfinished').length > 0) return 'unfinished'
  return standing(latest, 'passed', 'softfailed').length === 0 ? 'nothing-ran' : null
}

/** Whether every expected image and post exists, and every test ran and passed. */
function isWhole(latest: readonly Job[], { images, posts }: VerdictInput): boolean {
  return (
    standing(latest, 'passed', 'softfailed').length === latest.length &&
    images.missing.length === 0 &&
    posts.every(({ kind }) => kind === 'scheduled' || kind === 'found') &&
    vanishedPosts(posts, latest).length === 0
  )
}
