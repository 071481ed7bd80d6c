import type { JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { Night } from '../compose/naming/night.ts'
import type { AwaitEnd } from '../jobs/results/verdict-input.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'

/**
 * How far a night came. `unobserved`: until the deadline nobody could look for the compose, or whether it is
 * complete. `no-branched`: Fedora has no Branched release, so nothing was due.
 */
export type NightOutcome =
  | 'tested'
  | 'unfinished-tests'
  | 'unfinished-compose'
  | 'absent'
  | 'unobserved'
  | 'no-branched'

/** The compose of a night. */
export interface NightCompose {
  readonly id: string
  readonly url: string
  /** The last STATUS that was read. */
  readonly status: string
  readonly label: string | null
}

/** A night's compose, and the run that reports on it. */
export interface ReportedCompose {
  /** Null if the night had none. */
  readonly compose: string | null
  readonly run: string
}

/** When a stage of a night ran. ISO times in UTC, null if it did not run. */
export interface StageTiming {
  readonly name: string
  readonly since: string | null
  readonly until: string | null
  /** The last thing heard, one sentence. */
  readonly lastAnswer: string
}

/** The facts that a report is made from. */
export interface NightFacts {
  readonly night: Night
  /** `Rawhide`, or the number of the Branched release; null if there is none. */
  readonly version: string | null
  readonly workflowId: string
  readonly outcome: NightOutcome
  /** The last answer of the stage in which the night ended. */
  readonly why: string
  readonly compose: NightCompose | null
  /** ISO, with the outcome `unobserved`: since when nobody could look. */
  readonly unansweredSince: string | null
  /** What the compose is a respin of, and the run that reports on that; null if that run had no compose. */
  readonly respinOf: ReportedCompose | null
  /** The newest respin of the compose, and the run that reports on it; null if none is known. */
  readonly replacedBy: (ReportedCompose & { readonly compose: string }) | null
  /** Composes of this night that could never be tested. */
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  /** Null if the compose's images are not known. */
  readonly images: JudgedImages | null
  /** What the plan had to guess, one sentence each. */
  readonly warnings: readonly string[]
  /** `observe`: Nightjar only watches tests that somebody else schedules. */
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  readonly jobs: BuildJobs
  /** Restarts that openQA refused. */
  readonly refusedRestarts: readonly RefusedRestart[]
  readonly awaited: AwaitEnd
  /** Known bugs by job id. */
  readonly bugs: Readonly<Record<string, readonly string[]>>
  readonly stages: readonly StageTiming[]
  /** The URL of openQA, without a closing slash. */
  readonly openqaUrl: string
  /** The URL of this run in Temporal's UI; null if none is configured. */
  readonly runUrl: string | null
  /** The time of the report, ISO in UTC: a retry uses the same. */
  readonly at: string
  /** 1 for a night's first report; a later one amends it. */
  readonly edition: number
}
