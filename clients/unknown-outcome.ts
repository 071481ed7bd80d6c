import { ClientFailure } from './failure.ts'
import { NotNow } from './not-now.ts'

/**
 * An act (a POST) was sent, but it is not known whether it took effect: after a timeout, a broken connection,
 * a 5xx or a cut answer. It is also an `unreachable` failure, but never repeat the act without a look first,
 * unless the other side knows a repeat.
 */
export class UnknownOutcome extends ClientFailure {
  constructor(cause: ClientFailure, ofRepeat = 'look before a repeat') {
    const words = `${ownWords(cause)}; it is not known whether it took effect; ${ofRepeat}`
    super('unreachable', cause.service, words, { cause, advice: cause.advice })
  }
}

/** Of an act whose repeat has the same id, so that the other side knows it. */
export const sameId = 'a repeat is safe, as it has the same id'

/**
 * Turns the failure of an act into an {@link UnknownOutcome}, unless the act had no effect: the service
 * refused it or put it off, or there was no connection.
 */
export function outcomeOf(thrown: unknown, ofRepeat?: string): unknown {
  if (!(thrown instanceof ClientFailure)) return thrown
  const answered = thrown.kind === 'refused' || thrown.kind === 'absent' || thrown instanceof NotNow
  return answered || neverConnected(thrown) ? thrown : new UnknownOutcome(thrown, ofRepeat)
}

const beforeConnecting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function neverConnected(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  const code = 'code' in thrown ? thrown.code : undefined
  return (typeof code === 'string' && beforeConnecting.has(code)) || neverConnected(thrown.cause)
}

function ownWords({ message, service }: ClientFailure): string {
  const prefix = `${service}: `
  return message.startsWith(prefix) ? message.slice(prefix.length) : message
}
