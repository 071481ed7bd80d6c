import type { Stream } from '../../compose/naming/stream.ts'

/** When a rule of the configuration wants a report; `docs/operating.md` says what each means. */
export const mailOccasions = ['always', 'change', 'new failure', 'trouble'] as const

/** One of {@link mailOccasions}. */
export type MailOccasion = (typeof mailOccasions)[number]

/** What a rule looks at; null for everything. */
export interface RuleScope {
  readonly arches: readonly string[] | null
  readonly subvariants: readonly string[] | null
}

/** Who gets which reports. */
export interface MailRule extends RuleScope {
  /** The recipients, whom one mail names together. */
  readonly to: readonly string[]
  readonly when: MailOccasion
  /** Null for every stream. */
  readonly streams: readonly Stream[] | null
}
