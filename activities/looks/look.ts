import type { HeardInLap, JobsShown, Telling, LookKey } from '../lap/news.ts'

/**
 * What one look found. `memory` is what the next look must know of this one. Within a lap it travels in the
 * heartbeat, between laps through the workflow.
 */
export type Sight<Answer, Memory = null> = Seen<Answer> | (NotYet & { readonly memory: Memory | null })

/** What was looked for is not there yet, or nobody could tell. */
export interface NotYet {
  readonly kind: 'not-yet'
  readonly said: string
  /** True if no service could tell: then "not yet" is no answer. */
  readonly unanswered?: boolean
  /** What matters of it: where that is other than the run was told, the look tells it. */
  readonly told?: LookKey
  readonly jobs?: JobsShown
}

/** What was looked for is there. */
interface Seen<Answer> {
  readonly kind: 'seen'
  readonly answer: Answer
  readonly said: string
}

/** What the last look of a lap found. */
export type Look<Answer, Memory = null> =
  | Seen<Answer>
  | {
      readonly kind: 'not-yet'
      readonly said: string
      readonly memory: Memory | null
      /** ISO: the last look of the lap that had an answer; null if none had. */
      readonly answeredAt: string | null
      /** Absent in an older run. */
      readonly heard?: HeardInLap
    }

/** When the looks of a lap happen. */
export interface Pace {
  /** The poll interval: milliseconds from one look to the next. */
  readonly lookMs: number
  /** ISO: when the first look of this lap may happen; null for at once. */
  readonly notBefore: string | null
  /** ISO: from then on the lap ends with an answer, or with its third look; null if it lasts to its end. */
  readonly until: string | null
  /** True after a nudge: then the lap is a single look, so that another nudge cannot lose its memory. */
  readonly nudged: boolean
  /** Absent in an older run, and where nobody is to be told. */
  readonly telling?: Telling
}
