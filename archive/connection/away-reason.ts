import { DatabaseError } from 'pg'

/** What an error says, and its code; null where it has none. */
export interface AwayReason {
  readonly reason: string
  readonly code: string | null
}

/**
 * Classes and codes of SQLSTATE that say "not now": connection (08), rolled back, try again (40), resources
 * (53), operator (57), system (58), logins (28), a database that is not there (3D), a read-only server, a
 * lock that was not had in time.
 */
const awayStates = /^(?:08|28|3D|40|53|57|58)|^(?:25006|25P03|55P03)$/

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

/** What `pg` says without a code when a connection broke or a time ran out. */
const awayWords =
  /^(?:Connection (?:terminated|ended)|timeout e(?:xceeded|xpired)|Query read timeout|Client (?:has encountered|was closed))/

/** Why an error of `pg` means that the database is away; null where it means something else. */
export function awayReason(error: unknown): AwayReason | null {
  if (error instanceof AggregateError) return error.errors.map(awayReason).find(Boolean) ?? null
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const away =
    error instanceof DatabaseError
      ? awayStates.test(code ?? '')
      : code === null
        ? awayWords.test(error.message)
        : awayCodes.has(code)
  return away ? { reason: error.message, code } : null
}
