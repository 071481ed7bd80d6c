import { ApplicationFailure } from '@temporalio/common'

/** A refusal of an order: the person who gave it sees the sentence and no stack trace. */
export function refused(why: string): ApplicationFailure {
  const failure = ApplicationFailure.nonRetryable(why, 'Refused')
  failure.stack = ''
  return failure
}
