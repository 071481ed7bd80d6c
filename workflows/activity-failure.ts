import { ActivityFailure, isCancellation } from '@temporalio/workflow'

/** The failure of an activity that a night can go on after. @throws everything else, a cancellation too */
export function activityFailure(error: unknown): ActivityFailure {
  if (error instanceof ActivityFailure && !isCancellation(error)) return error
  throw error
}
