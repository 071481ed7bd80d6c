/**
 * How far a night came. `unobserved`: until the deadline nobody could look for the compose, or whether it is
 * complete. `no-branched`: Fedora has no Branched release, so nothing was due. `cancelled`: a person stopped
 * it.
 */
export const nightOutcomes = [
  'tested',
  'unfinished-tests',
  'unfinished-compose',
  'absent',
  'unobserved',
  'no-branched',
  'cancelled',
] as const

/** One of {@link nightOutcomes}. */
export type NightOutcome = (typeof nightOutcomes)[number]

/** The compose of a night. */
export interface NightCompose {
  readonly id: string
  readonly url: string
  /** The last STATUS that was read. */
  readonly status: string
  readonly label: string | null
}

/** A night's compose, and the run that reports on it. */
export interface ReportedCompose {
  /** Null if the night had none. */
  readonly compose: string | null
  readonly run: string
}

/** When a stage of a night ran. ISO times in UTC, null if it did not run. */
export interface StageTiming {
  readonly name: string
  readonly since: string | null
  readonly until: string | null
  /** The last thing heard, one sentence. */
  readonly lastAnswer: string
}
