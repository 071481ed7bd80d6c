import { DatabaseError } from 'pg'
import type { AwayKind } from './archive-away.ts'

/** What an error says, and its code; null where it has none. */
export interface AwayReason {
  readonly kind: AwayKind
  readonly reason: string
  readonly code: string | null
}

/**
 * Classes and codes of SQLSTATE that say "not now": connection (08), rolled back, try again (40), resources
 * (53), operator (57), system (58), a read-only server, a lock that was not had in time.
 */
const awayStates = /^(?:08|40|53|57|58)|^(?:25006|25P03|55P03)$/

/** Errors of sockets and of name look-ups. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EACCES',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** Codes of TLS: a certificate that is not trusted, over, or of another host. */
const certificateCodes = /CERT|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/

/** What `pg` says without a code where no password was given, or a wrong server asks for it. */
const loginWords = /^SASL: /

const plainWords = /^The server does not support SSL connections/

/** What `pg` says without a code when a connection broke or a time ran out. */
const awayWords =
  /^(?:Connection (?:terminated|ended)|timeout e(?:xceeded|xpired)|Query read timeout|Client (?:has encountered|was closed))/

/** Why an error of `pg` means that the database is away; null where it means something else. */
export function awayReason(error: unknown): AwayReason | null {
  if (error instanceof AggregateError) return error.errors.map(awayReason).find(Boolean) ?? null
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const kind =
    error instanceof DatabaseError
      ? kindOfState(code ?? '')
      : code === null
        ? kindOfWords(error.message)
        : kindOfCode(code)
  return kind === null ? null : { kind, reason: error.message, code }
}

function kindOfState(state: string): AwayKind | null {
  if (state.startsWith('28')) return 'login'
  if (state.startsWith('3D')) return 'database'
  return awayStates.test(state) ? 'away' : null
}

function kindOfWords(message: string): AwayKind | null {
  if (loginWords.test(message)) return 'login'
  if (plainWords.test(message)) return 'plain'
  return awayWords.test(message) ? 'away' : null
}

function kindOfCode(code: string): AwayKind | null {
  if (certificateCodes.test(code)) return 'certificate'
  return awayCodes.has(code) ? 'unreachable' : null
}
