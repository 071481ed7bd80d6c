import { ClientFailure } from '../clients/failure.ts'

/** What a client could not find out; anything else that was thrown is a fault of ours and thrown on. */
export function noAnswer(error: unknown): { readonly kind: 'unreachable'; readonly why: string } {
  if (error instanceof ClientFailure) return { kind: 'unreachable', why: error.message }
  throw error
}
