/** What one look at one condition of a compose found. `unreachable` is not a no: nothing is known. */
export type Finding =
  | { readonly kind: 'met'; readonly said: string }
  | { readonly kind: 'not-yet'; readonly said: string }
  | { readonly kind: 'dead'; readonly said: string }
  | { readonly kind: 'unreachable'; readonly said: string }

/** The conditions a compose must meet before it may be tested. */
export const conditions = ['status', 'metadata', 'koji', 'mirror'] as const

/** One of {@link conditions}. */
export type Condition = (typeof conditions)[number]

/**
 * Whether a compose may be tested.
 * `complete` every condition is met; `waiting` at least one is not yet, or could not be asked; `dead` it will never be.
 */
export interface Completeness {
  readonly kind: 'complete' | 'waiting' | 'dead'
  readonly usable: boolean
  /** One sentence for each condition, in the order of {@link conditions}. */
  readonly reasons: readonly string[]
}
