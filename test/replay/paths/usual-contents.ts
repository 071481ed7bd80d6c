import type { VerdictWord } from '../../../jobs/verdict/verdicts.ts'

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

/** Activities of a night that reports, with the verdict of each report; the night does not stay open. */
export function reports(...verdicts: readonly VerdictWord[]) {
  return {
    composeReport: verdicts.map((verdict) => `completed: ${verdict}` as const),
  } as const
}

/** Activities of a night that reports and stays open until the next night has reported. */
export function reportsAndWatches(...verdicts: readonly VerdictWord[]) {
  return { ...reports(...verdicts), observeOpen: ['completed: next-night'] } as const
}

/** A run that ends without a report writes that down. */
export const saysUnreported = { closeUnreported: ['completed'] } as const

/** The respins of a night are watched for by a workflow of its own. */
export const watchesRespins = { respins: ['started'] } as const

/** So is a report delivered. */
export const delivers = { delivery: ['started'], ...watchesRespins } as const
