/** How much a verdict tolerates. */
export interface Thresholds {
  /** So many new failures of optional tests make it `degraded`. */
  readonly newFailures: number
  /** More than this share of the tests did not run, though they ran before: `degraded`. */
  readonly degradedNotRun: number
  /** More than this share of the tests did not run: `unknown`. */
  readonly unknownNotRun: number
}

/** What the configuration leaves out. */
export const usualThresholds: Thresholds = { newFailures: 1, degradedNotRun: 0.05, unknownNotRun: 0.5 }
