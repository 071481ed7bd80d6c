/**
 * What one look found. `memory` is what the next look must know of this one. Within a lap it travels in the
 * heartbeat, between laps through the workflow.
 */
export type Look<Answer, Memory = null> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | { readonly kind: 'not-yet'; readonly said: string; readonly memory: Memory | null }

/** When the looks of a lap happen. */
export interface Pace {
  /** The poll interval: milliseconds from one look to the next. */
  readonly lookMs: number
  /** ISO: when the first look of this lap may happen; null for at once. */
  readonly notBefore: string | null
  /** True after a nudge: then the lap is a single look, so that another nudge cannot lose its memory. */
  readonly nudged: boolean
}
