import { ClientFailure } from '../clients/failure.ts'

/** Turns a client's failure into a finding. Any other error is a bug and is rethrown. */
export function noAnswer(error: unknown): { readonly kind: 'unreachable'; readonly why: string } {
  if (error instanceof ClientFailure) return { kind: 'unreachable', why: error.message }
  throw error
}
