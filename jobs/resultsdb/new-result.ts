/** The outcomes that every ResultsDB knows. */
export type ResultOutcome = 'PASSED' | 'INFO' | 'FAILED' | 'NEEDS_INSPECTION'

/** A group of results. By ResultsDB's conventions its UUID follows from these two. */
export interface ResultGroup {
  /** `source`, `compose`, `image`, `openqa`. */
  readonly namespace: string
  readonly name: string
  /** What the group is about. */
  readonly url?: string
}

/** A result that may be posted to ResultsDB. */
export interface NewResult {
  readonly outcome: ResultOutcome
  readonly testcase: string
  /** A page of the test case; null leaves the one that ResultsDB has. */
  readonly testcaseUrl: string | null
  /** The page of this result. */
  readonly url: string
  readonly note: string
  readonly groups: readonly ResultGroup[]
  /** `item` among them: what was tested. A key has no colon. */
  readonly data: Readonly<Record<string, string>> & { readonly item: string }
}
