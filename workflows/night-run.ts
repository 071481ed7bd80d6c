import type { Night } from '../compose/naming/night.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { NightOrder, Problem } from '../report/order.ts'
import type { NightOutcome, ReportedCompose } from '../report/outcome.ts'
import type { FirstOrder } from './orders/order.ts'
import type { Patience } from './patience.ts'
import type { StageRecord } from './stage.ts'

/** The input of a night. */
export interface NightInput {
  readonly night: Night
  /** Test only this compose; if absent, the newest usable one of the night. */
  readonly compose?: string
  /** The compose that this one is a respin of. */
  readonly respinOf?: ReportedCompose
  readonly patience: Patience
  /** Test only these flavors; all if absent. */
  readonly flavors?: readonly string[]
  /** Test only these arches; those of the configuration if absent. */
  readonly arches?: readonly string[]
  /** The night says on the message bus what happens in it. */
  readonly speaks?: true
  /** The run of this night that has ended, which this one takes over, and the order that it does so for. */
  readonly takesOver?: { readonly run: string; readonly result: NightResult }
  readonly order?: FirstOrder
}

/** A compose of this night that can never be tested, and its last STATUS. */
export interface Discarded {
  readonly id: string
  readonly status: string
}

/** How a night ended: the input of its report. */
export interface NightEnd {
  readonly outcome: NightOutcome
  readonly why: string
  readonly compose: string | null
  readonly status: string
  readonly discarded: readonly Discarded[]
  readonly unansweredSince?: string
  /** ISO: until when the night waits for its unfinished tests. */
  readonly watchedUntil?: string
  readonly plan?: string
  readonly mode?: 'post' | 'observe'
  readonly posts?: readonly PostOutcome[]
  readonly jobs?: string
  /** The jobs that ended, in a hash; see `JobsSeen`. */
  readonly jobsHash?: string
  readonly refusedRestarts?: readonly RefusedRestart[]
  /** Why the build of a candidate is not tagged as important. */
  readonly untagged?: string
}

/** What a night's run returns: the verdict, and where its report is. */
export interface NightResult {
  readonly outcome: NightOutcome | 'covered'
  readonly verdict: string
  readonly compose: string | null
  readonly subject: string
  /** The number of the report's edition; null if another run reports on the compose. */
  readonly edition: number | null
  /** The workflow id of its delivery; null if another run reports on the compose. */
  readonly delivery: string | null
  /** What a run that takes over begins with; null if there is nothing to take over. */
  readonly left: LeftBehind | null
}

/** How a run that has reported stands: what it goes on from, and a run that takes it over. */
export interface LeftBehind {
  readonly ending: NightEnd
  readonly stages: readonly StageRecord[]
  /** A hash of what the last report says. */
  readonly digest: string
  /** The jobs that it tells of, in a hash; null if they had not ended, or there are none. */
  readonly jobsHash: string | null
  readonly problems: readonly Problem[]
  /** The orders that it took, those of earlier runs too. */
  readonly orders: readonly NightOrder[]
  readonly notOk: number
}

/** A night that has reported. */
export interface Reported {
  readonly result: NightResult
  readonly left: LeftBehind
  /** How often this run has reported. */
  readonly nth: number
}
