import { ClientFailure } from './failure.ts'

/** A service did not take something now, and said when to come again. */
export class NotNow extends ClientFailure {
  /** Null where it did not say. */
  readonly retryAfterMs: number | null

  constructor(service: string, message: string, retryAfterMs: number | null) {
    super('unreachable', service, message)
    this.retryAfterMs = retryAfterMs
  }
}

/** The header `Retry-After` in milliseconds from now: seconds, or a date; null where it is neither. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const until = /^[A-Z][a-z]{2},/.test(header) ? Date.parse(header) : NaN
  return Number.isNaN(until) ? null : Math.max(0, until - now)
}
