import { ClientFailure } from './failure.ts'

/**
 * An act (a POST) was sent and nobody can say whether it was done: a time-out, a cut connection, a 5xx, half an answer.
 * It is an `unreachable` failure as well, but must never be answered by simply acting again: look first.
 */
export class UnknownOutcome extends ClientFailure {
  constructor(cause: ClientFailure) {
    super(
      'unreachable',
      cause.service,
      `${ownWords(cause)}; whether it was done is not known, so look before doing it again`,
      { cause },
    )
  }
}

/**
 * What the failure of an act means: {@link UnknownOutcome} unless it certainly did not happen,
 * because the service said no or the connection was never made.
 */
export function outcomeOf(thrown: unknown): unknown {
  if (!(thrown instanceof ClientFailure)) return thrown
  const answered = thrown.kind === 'refused' || thrown.kind === 'absent'
  return answered || neverConnected(thrown) ? thrown : new UnknownOutcome(thrown)
}

const beforeConnecting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
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
