import type { Evidence } from './evidence.ts'
import type { Job } from './job.ts'
import { remarks } from './remarks.ts'
import { standing } from './standing.ts'
import { troubles } from './troubles.ts'

/** Why nothing can be said: nothing was scheduled, tests had no end in time, openQA gave no answer, or none ran. */
export const unknownCauses = ['nothing-scheduled', 'unfinished', 'unreachable', 'nothing-ran'] as const

/** One of {@link unknownCauses}. */
export type UnknownCause = (typeof unknownCauses)[number]

/**
 * Whether a compose is any good, with a sentence for each reason, the gravest first.
 * `failed` a test failed or a blocking image is missing; `unknown` nothing failed, but what is known is no ground
 * for a pass; `degraded` all that ran is well, but something is missing, refused or did not run; `passed` the rest.
 */
export type Verdict =
  | { readonly kind: 'passed' | 'degraded' | 'failed'; readonly reasons: readonly string[] }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause; readonly reasons: readonly string[] }

/** Judges a compose. A failure stays one whatever else is unknown; no answer is never a pass. */
export function judge(evidence: Evidence): Verdict {
  const jobs = evidence.jobs.latest
  const grave = troubles(evidence)
  const reasons = [...grave, ...remarks(evidence.jobs)]
  if (hasFailed(jobs, evidence)) return { kind: 'failed', reasons }
  const cause = unknownCause(jobs, evidence)
  if (cause !== null) return { kind: 'unknown', cause, reasons }
  return { kind: grave.length > 0 ? 'degraded' : 'passed', reasons }
}

function hasFailed(jobs: readonly Job[], { images }: Evidence): boolean {
  return standing(jobs, 'failed').length > 0 || images.missing.some(({ blocking }) => blocking)
}

function unknownCause(jobs: readonly Job[], { end }: Evidence): UnknownCause | null {
  if (end === 'unreachable') return 'unreachable'
  if (jobs.length === 0) return 'nothing-scheduled'
  if (standing(jobs, 'unfinished').length > 0) return 'unfinished'
  return standing(jobs, 'passed', 'softfailed').length === 0 ? 'nothing-ran' : null
}
