import type { VerdictWord } from '../verdict/verdicts.ts'
import type { ResultOutcome } from './new-result.ts'

/**
 * The outcome of a night's result by its verdict. Programs that gate on ResultsDB let PASSED and INFO pass,
 * so only a night that passed, and one on which nothing was due, have these.
 */
export const outcomeOfVerdict: Readonly<Record<VerdictWord, ResultOutcome>> = {
  broken: 'FAILED',
  unknown: 'NEEDS_INSPECTION',
  degraded: 'NEEDS_INSPECTION',
  passed: 'PASSED',
  absent: 'NEEDS_INSPECTION',
  unfinished: 'NEEDS_INSPECTION',
  cancelled: 'NEEDS_INSPECTION',
  neutral: 'INFO',
}
