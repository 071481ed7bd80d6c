/** The outcomes that a ResultsDB knows unless it is configured for more. */
export const outcomes: readonly string[] = ['PASSED', 'INFO', 'FAILED', 'NEEDS_INSPECTION']

/** A member of a request of the wrong form, as ResultsDB tells of it. */
export interface Invalid {
  readonly type: string
  readonly loc: readonly string[]
  readonly msg: string
  readonly input: unknown
}

/** A member of the wrong form. */
export function invalid(type: string, loc: readonly string[], why: string, input: unknown): Invalid {
  return { type, loc, msg: type === 'value_error' ? `Value error, ${why}` : why, input }
}
