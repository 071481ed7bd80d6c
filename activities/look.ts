/**
 * What one look found. `memory` is what the next look must know of this one. Within a lap it travels in the
 * heartbeat, between laps through the workflow.
 */
export type Sight<Answer, Memory = null> =
  | Seen<Answer>
  | {
      readonly kind: 'not-yet'
      readonly said: string
      readonly memory: Memory | null
      /** True if no service could tell: then "not yet" is no answer. */
      readonly unanswered?: boolean
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
}
