/**
 * What one look at the outside found. `memory` is what the next look needs to know of this one:
 * it travels from attempt to attempt, and through the workflow from lap to lap.
 */
export type Look<Answer, Memory = null> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | { readonly kind: 'not-yet'; readonly said: string; readonly memory: Memory | null }

/** How the looks of a lap follow each other. */
export interface Pace {
  /** Milliseconds from one look to the next. */
  readonly lookMs: number
  /** ISO, where the look before this lap was less than that ago. */
  readonly notBefore: string | null
  /** A lap that was nudged is one look: what it remembers must not be lost with the next nudge. */
  readonly nudged: boolean
}
