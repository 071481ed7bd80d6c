import type { VerdictWord } from '../../../jobs/verdict/verdicts.ts'

/** A verdict in a history, of which some are from when `broken` was called `failed`. */
type RecordedVerdict = VerdictWord | 'failed'

/** Activities of a night that has its compose. */
export const composeIsComplete = {
  observeCompose: ['completed: seen'],
  observeCompletion: ['completed: complete'],
} as const

/** Activities of a night whose jobs are scheduled. */
export const jobsAreScheduled = {
  ...composeIsComplete,
  planCompose: ['completed: post'],
  schedulePost: ['completed: scheduled'],
} as const

/** Activities of a night that reports, with the verdict of each report. */
export function reports(...verdicts: readonly RecordedVerdict[]) {
  return {
    composeReport: verdicts.map((verdict) => `completed: ${verdict}` as const),
  } as const
}

/** A run that ends without a report writes that down. */
export const saysUnreported = { closeUnreported: ['completed'] } as const

/** The respins of a night are watched for by a workflow of its own. */
export const watchesRespins = { respins: ['started'] } as const

/** So is a report delivered. */
export const delivers = { delivery: ['started'], ...watchesRespins } as const
