/**
 * What one look at the outside found. `memory` is what the next look needs to know of this one:
 * it travels from attempt to attempt, and through the workflow from lap to lap.
 */
export type Look<Answer, Memory = null> =
  | { readonly kind: 'seen'; readonly answer: Answer; readonly said: string }
  | { readonly kind: 'not-yet'; readonly said: string; readonly memory: Memory | null }

/** How looks follow each other. Milliseconds; `notBefore` is ISO, where the look before this lap was less than that ago. */
export interface Pace {
  readonly lookMs: number
  readonly notBefore: string | null
}
