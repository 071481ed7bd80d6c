import { DefaultFailureConverter } from '@temporalio/common'

/**
 * Stores the message and the stack of a failure as a payload, which the codec encrypts. Temporal loads it by
 * this name, in the workflows and outside.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
