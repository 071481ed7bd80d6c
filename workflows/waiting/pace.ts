import type { Pace } from '../../activities/looks/look.ts'

/** The pace of the next lap, and when a look of the poll's rhythm was last due, in ms. */
export interface NextPace {
  readonly pace: Pace
  readonly rhythmMs: number
}

/** What the pace of the next lap depends on. Times are ms. */
interface LapPast {
  readonly lookMs: number
  readonly rhythmMs: number
  /** Whether a nudge ended the lap. */
  readonly isNudged: boolean
  /** Whether the lap was the one look that a nudge made. */
  readonly wasOneLook: boolean
}

/**
 * The pace after a lap. A nudge makes one look at once, and leaves the polls where they would have been: what
 * nobody tells of is not seen later because somebody told of something else.
 */
export function paceAfter({ lookMs, rhythmMs, isNudged, wasOneLook }: LapPast, now: number): NextPace {
  const usual = { lookMs, until: null }
  if (isNudged) return { pace: { ...usual, notBefore: null, nudged: true }, rhythmMs }
  const missed = Math.floor((now - rhythmMs) / lookMs)
  const last = wasOneLook ? rhythmMs + missed * lookMs : now
  const notBefore = new Date(last + lookMs).toISOString()
  return { pace: { ...usual, notBefore, nudged: false }, rhythmMs: last }
}
