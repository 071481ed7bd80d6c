import type { Scenario } from '../results/lineage.ts'
import type { Standing } from '../results/standing.ts'

/** How one test ended on an earlier night: the job of it that counts. */
export interface PastTest extends Scenario {
  readonly standing: Standing
  /** Passed only when tried again. */
  readonly flaky: boolean
  readonly failedModules: readonly string[]
}

/** An earlier night of the stream whose report had results. */
export interface PastNight {
  readonly run: string
  /** The edition that stood when the later night reported. */
  readonly edition: number
  readonly compose: string
  readonly date: string | null
  /** ISO; absent of a compose that was of no night. */
  readonly due?: string
  readonly tests: readonly PastTest[]
}

/** What is known of the nights before; none of them is no mistake on a stream's first night. */
export type Past =
  | { readonly kind: 'known'; readonly nights: readonly PastNight[] }
  | { readonly kind: 'unknown'; readonly why: string }

/** How many earlier nights a comparison looks back on. */
export const nightsBack = 30

/** How many of them tell whether a test or an image is usual. */
export const usualNights = 20
