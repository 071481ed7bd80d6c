/** A run of a night, as everything that it leaves behind is filed. */
export interface NightRun {
  /** The workflow id: `nightly/rawhide/2026-11-24`. */
  readonly id: string
  /** Temporal's id of this run of it. */
  readonly temporalRun: string
  readonly stream: string
  /** `YYYY-MM-DD`; null for what has no night. */
  readonly date: string | null
  /**
   * ISO. The nights of a stream are in the order of it: a run of an older compose has the due time of that
   * compose's date.
   */
  readonly due: string
}

/** How a run ended. */
export interface RunEnd {
  readonly at: string
  readonly outcome: string
  readonly verdict: string
  readonly compose: string | null
  /** Why it left no report; null where it left one. */
  readonly noReport: string | null
}
