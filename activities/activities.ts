import type { DeliveryState } from '../archive/nights/deliveries.ts'
import type { Night } from '../compose/naming/night.ts'
import type { StateMemory } from '../sources/compose-state.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'
import type { JobsLook } from '../jobs/results/settled.ts'
import type { NightOutcome, StageTiming } from '../report/facts.ts'
import type { Look, Pace } from './look.ts'

/**
 * The name of a kept value: the hash of its content. It is what crosses an activity's border in place of the
 * value.
 */
export type Ref = string

export type { StateMemory } from '../sources/compose-state.ts'

/** A night, and the one compose to test if the night names it. */
export interface FindInput {
  readonly night: Night
  readonly compose: string | null
  /** Composes of this night that can never be tested. */
  readonly discarded: readonly string[]
  readonly pace: Pace
}

/** What the find stage found. `no-branched`: Fedora has no Branched release between two cycles. */
export type Found = { readonly kind: 'compose'; readonly compose: string } | { readonly kind: 'no-branched' }

export interface CompletionInput {
  readonly night: Night
  readonly compose: string
  /** True if the night tests only this compose: then no newer respin replaces it. */
  readonly fixed: boolean
  readonly pace: Pace
}

/** How a compose ended. `dead`: DOOMED, TERMINATED, or replaced by a newer respin before it was complete. */
export interface Completion {
  readonly kind: 'complete' | 'dead'
  readonly status: string
}

export interface PlanRequest {
  readonly night: Night
  readonly compose: string
  /** The workflow that asks: only one run tests a compose. */
  readonly owner: string
  /** Only these flavors are tested; all if absent. */
  readonly flavors?: readonly string[]
}

/**
 * The plan of a compose, kept in the archive. `observe`: nothing is posted, since there is no openQA key.
 * `covered`: another run tests this compose.
 */
export type PlanAnswer =
  | { readonly kind: 'post' | 'observe'; readonly plan: Ref; readonly posts: readonly PostName[] }
  | { readonly kind: 'covered'; readonly by: string }

/** Names a post: a plan has one for each flavor and arch. */
export type PostName = Pick<Post, 'flavor' | 'arch'>

export interface PostInput extends PostName {
  readonly plan: Ref
}

export interface PostLookInput extends PostInput {
  readonly night: Night
  readonly pace: Pace
  /** ISO; until then a post with an unknown outcome may still take effect. */
  readonly openUntil: string
}

export interface JobsInput {
  readonly night: Night
  readonly compose: string
  readonly pace: Pace
}

/** All jobs of the compose after every one ended, earlier tries included, kept in the archive. */
export interface JobsSeen {
  readonly jobs: Ref
  readonly notOk: number
  readonly progress: BuildProgress
}

/** The second chances of a night. */
export interface SecondChances {
  /** Scenarios that were restarted. */
  readonly restarted: readonly string[]
  /** Scenarios that openQA refused to restart. */
  readonly refused: readonly RefusedRestart[]
}

/** The jobs of an ended build, and its restarts so far. */
export interface RestartInput extends SecondChances {
  readonly night: Night
  readonly jobs: Ref
}

/** What the next look at the jobs must know of this one. `jobs` is set by the last look of a lap. */
export interface JobsMemory {
  readonly look: JobsLook
  readonly progress: BuildProgress
  readonly jobs: Ref | null
}

export interface ReportInput {
  readonly night: Night
  readonly workflowId: string
  readonly outcome: NightOutcome
  readonly why: string
  readonly compose: string | null
  /** The last STATUS that was read from the compose. */
  readonly status: string
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  readonly plan: Ref | null
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  readonly jobs: Ref | null
  readonly refusedRestarts: readonly RefusedRestart[]
  readonly stages: readonly StageTiming[]
  /** ISO, the time of the report: a retry uses the same. */
  readonly at: string
  /** 1 for the first report of this run of the night, 2 for the next. */
  readonly nth: number
}

/**
 * A report as it was written. Its text stays in the archive; where that was away, `delivery` makes it again.
 */
export interface ReportAnswer {
  /** The number of the edition. */
  readonly edition: number
  /** Whether the archive has it. */
  readonly recorded: boolean
  readonly verdict: string
  readonly subject: string
}

/** The report of a delivery: an edition of the archive, or what it is made from where that has none. */
export interface DeliveredReport {
  /** The workflow id of the night. */
  readonly run: string
  readonly edition: number
  readonly recorded: boolean
  readonly report: ReportInput
}

/** One try to hand a report over. */
export interface SendInput extends DeliveredReport {
  /** Those who do not have it yet; null for all of the configuration. */
  readonly recipients: readonly string[] | null
  /** 1 for the first try. */
  readonly attempt: number
}

/** How a delivery to one recipient stands, and what the mail server said last. */
export interface Recipient {
  readonly recipient: string
  readonly state: DeliveryState
  readonly why: string
}

/** The recipients of a try; none, and no Message-ID, if no mail is configured. */
export interface Sent {
  readonly messageId: string | null
  readonly recipients: readonly Recipient[]
}

/**
 * The activities of a night. `observe…` changes nothing outside of the archive; the others are idempotent or
 * reconciled.
 */
export interface Activities {
  observeCompose(input: FindInput): Promise<Look<Found>>
  observeCompletion(
    input: CompletionInput,
    memory: StateMemory | null,
  ): Promise<Look<Completion, StateMemory>>
  planCompose(input: PlanRequest): Promise<PlanAnswer>
  schedulePost(input: PostInput): Promise<PostOutcome>
  observePost(input: PostLookInput): Promise<Look<PostOutcome | { readonly kind: 'nothing' }>>
  observeJobs(input: JobsInput, memory: JobsMemory | null): Promise<Look<JobsSeen, JobsMemory>>
  restartJobs(input: RestartInput): Promise<SecondChances>
  composeReport(input: ReportInput): Promise<ReportAnswer>
  recordReport(input: ReportInput): Promise<ReportAnswer>
  sendReport(input: SendInput): Promise<Sent>
}
