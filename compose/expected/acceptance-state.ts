/** Who took a failing test or a missing image out of the verdict, why, and for how long. */
export interface Accepted {
  /** As they said; null if they did not say, and where the configuration publishes no names. */
  readonly by: string | null
  readonly why: string
  /** The last date of the nights that it counts for; null for one night only. */
  readonly until: string | null
}

/** How a failing test or a missing image stands with what people accepted. */
export interface AcceptanceState {
  /** Null where nobody accepted it for tonight. */
  readonly accepted: Accepted | null
  /** It was accepted on the last night, and is not tonight. */
  readonly acceptanceEnded: boolean
}

/** Nobody accepted it. */
export const notAccepted: AcceptanceState = { accepted: null, acceptanceEnded: false }
