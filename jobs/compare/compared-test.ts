import type { AcceptanceState } from '../../compose/expected/acceptance-state.ts'
import type { LatestJob } from '../results/build-jobs.ts'
import type { Job } from '../results/job.ts'
import type { Scenario } from '../results/lineage.ts'
import type { TestClass } from './test-class.ts'

/** How long a test fails in the same way. */
export interface Failing {
  /** The first compose of the row of failures. */
  readonly since: string
  /** Nights of the row; tonight too, where the test failed. */
  readonly nights: number
  /** Whether the row begins with the first night that was looked at, so may be longer. */
  readonly orEarlier: boolean
}

/** One test of a night beside the nights before. */
export interface ComparedTest extends Scenario, AcceptanceState {
  readonly class: TestClass
  /** The job that counts; null where the test has none tonight. */
  readonly job: LatestJob | null
  /** Earlier tries of tonight that failed or broke off, the first first. */
  readonly failedTries: readonly Job[]
  readonly required: boolean
  readonly bugs: readonly string[]
  /** For a fixed test, how it failed until then; null for others that did not fail. */
  readonly failing: Failing | null
  /** The last compose of the nights before on which it passed; null for tests that did not fail, or never. */
  readonly lastPassed: string | null
  /** The modules in which it failed the last time, where they are others than tonight. */
  readonly otherModules: readonly string[]
  /**
   * It failed, or failed softly, and did not do so the last time it ran; or it did not run, and ran on the
   * baseline's night, or there is none.
   */
  readonly isNew: boolean
  /** On how many of the nights before it passed only when tried again, tonight too; null for others. */
  readonly flakes: { readonly flaky: number; readonly nights: number } | null
  /** Why it has no job, in words; empty where it has one. */
  readonly absence: string
  /** The same test failed on the other stream's last night, too. */
  readonly failsElsewhere: boolean
}

/** A night's tests beside the nights before. */
export interface Comparison {
  /** The night before that had results; null on a stream's first night, or where nobody could ask. */
  readonly baseline: Baseline | null
  /** How many nights were looked back on. */
  readonly nights: number
  /** Why nobody could ask for the nights before; null where somebody could. */
  readonly unknown: string | null
  /** By scenario; the passed ones, too. */
  readonly tests: readonly ComparedTest[]
}

/** The night that another is compared with. */
export interface Baseline {
  readonly run: string
  readonly edition: number
  readonly compose: string
  readonly date: string | null
}
