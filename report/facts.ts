import type { JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { Night } from '../compose/naming/night.ts'
import type { AwaitEnd } from '../jobs/results/verdict-input.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'

/** How far a night came. `no-branched`: between two cycles there is no Branched release, and nothing was due. */
export type NightOutcome = 'tested' | 'unfinished-tests' | 'unfinished-compose' | 'absent' | 'no-branched'

/** The compose that a night came to. */
export interface NightCompose {
  readonly id: string
  readonly url: string
  /** Pungi's word, the last that was heard. */
  readonly status: string
  readonly label: string | null
}

/** When a stage of a night ran. ISO times in UTC, null where it did not. */
export interface StageTiming {
  readonly name: string
  readonly since: string | null
  readonly until: string | null
  /** The last thing heard, one sentence. */
  readonly lastAnswer: string
}

/** All that a report on a night is made from. */
export interface NightFacts {
  readonly night: Night
  /** `Rawhide`, or the number of the Branched release; null where there is none. */
  readonly version: string | null
  readonly workflowId: string
  readonly outcome: NightOutcome
  /** The last answer of the stage that the night ended in. */
  readonly why: string
  readonly compose: NightCompose | null
  /** Composes of this night that could never be tested. */
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  /** Null where the compose's images are not known. */
  readonly images: JudgedImages | null
  /** What the plan had to guess, a sentence each. */
  readonly warnings: readonly string[]
  /** `observe`: somebody else schedules the tests, Nightjar only watches. */
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  readonly jobs: BuildJobs
  /** Second chances that openQA refused. */
  readonly refusedRestarts: readonly RefusedRestart[]
  readonly awaited: AwaitEnd
  /** Known bugs by job id. */
  readonly bugs: Readonly<Record<string, readonly string[]>>
  readonly stages: readonly StageTiming[]
  /** Where a person looks at openQA's tests, without a slash at the end. */
  readonly openqaUrl: string
  /** Where a person looks at this run, and where this report lies as JSON; null where there is no such place. */
  readonly runUrl: string | null
  readonly documentUrl: string | null
  /** The moment the report speaks of, ISO in UTC: a retry says the same. */
  readonly at: string
  /** 1 for a night's first report; a later one amends it. */
  readonly edition: number
}
