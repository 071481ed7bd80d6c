import { passedClasses } from '../compare/test-class.ts'
import { vanishedPosts } from '../results/vanished.ts'
import { newFailures, notRunTests, requiredFailures, testsOfClass } from './tally.ts'
import type { VerdictInput } from './verdict-input.ts'

/**
 * Why the verdict is unknown: no tests, tests without an end in time, no answer from openQA, or too few ran.
 */
export const unknownCauses = ['nothing-scheduled', 'unfinished', 'unreachable', 'too-few-ran'] as const

/** One of {@link unknownCauses}. */
export type UnknownCause = (typeof unknownCauses)[number]

/** The verdict on a tested compose; the rules are in the table of `verdicts.ts`. */
export type Verdict =
  | { readonly kind: 'passed' | 'degraded' | 'broken' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** Judges a compose. A service that does not answer never counts as a pass. */
export function judge(input: VerdictInput): Verdict {
  if (isBroken(input)) return { kind: 'broken' }
  const cause = unknownCause(input)
  if (cause !== null) return { kind: 'unknown', cause }
  return { kind: isDegraded(input) ? 'degraded' : 'passed' }
}

function isBroken({ comparison, missing }: VerdictInput): boolean {
  return requiredFailures(comparison.tests).length > 0 || missing.some(({ required }) => required)
}

function unknownCause({ jobs, comparison, end, thresholds }: VerdictInput): UnknownCause | null {
  if (end === 'unreachable') return 'unreachable'
  if (jobs.length === 0) return 'nothing-scheduled'
  const { tests } = comparison
  if (testsOfClass(tests, 'unfinished').length > 0) return 'unfinished'
  const notRun = notRunTests(tests).length
  const tooFew = notRun > thresholds.unknownNotRun * tests.length
  return tooFew || notRun === tests.length ? 'too-few-ran' : null
}

function isDegraded({ posts, jobs, comparison, missing, thresholds }: VerdictInput): boolean {
  const { tests } = comparison
  return (
    newFailures(tests).length >= thresholds.newFailures ||
    tests.some(
      ({ required, accepted, class: kind }) => required && accepted === null && !passedClasses.includes(kind),
    ) ||
    notRunTests(tests).filter(({ isNew }) => isNew).length > thresholds.degradedNotRun * tests.length ||
    missing.some(({ isNewlyMissing }) => isNewlyMissing) ||
    testsOfClass(tests, 'unknown').length > 0 ||
    posts.some(({ kind }) => kind !== 'scheduled' && kind !== 'found') ||
    vanishedPosts(posts, jobs).length > 0
  )
}
