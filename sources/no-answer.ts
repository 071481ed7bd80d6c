import { ClientFailure } from '../clients/failure.ts'
import { Garbled } from '../compose/garbled.ts'

/** Whether a service gave no usable answer: its client failed, or what it said has another form. */
export function isNoAnswer(error: unknown): error is ClientFailure | Garbled {
  return error instanceof ClientFailure || error instanceof Garbled
}

/** Turns an unusable answer into a finding. Any other error is a bug and is rethrown. */
export function noAnswer(error: unknown): { readonly kind: 'unreachable'; readonly why: string } {
  if (isNoAnswer(error)) return { kind: 'unreachable', why: error.message }
  throw error
}
