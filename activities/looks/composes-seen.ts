import type { Night } from '../../compose/naming/night.ts'
import type { Pace } from './look.ts'

/** A night that has its compose, or none. */
export interface RespinInput {
  readonly night: Night
  /** The newest compose that is known; null for none. */
  readonly after: string | null
  readonly pace: Pace
}

/** A watch for candidates, and the composes that it has started runs for. */
export interface CandidatesInput {
  /** The day of the watch. */
  readonly night: Night
  readonly known: readonly SeenCandidate[]
  readonly pace: Pace
}

/** A candidate, the id of its run and its date, `YYYY-MM-DD`. */
export interface SeenCandidate {
  readonly compose: string
  readonly run: string
  readonly date: string
}

/** Candidates that were not known. */
export interface SeenCandidates {
  readonly candidates: readonly SeenCandidate[]
}
