import type { Night } from '../compose/naming/night.ts'
import type { StateMemory } from '../sources/compose-state.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { JobSelection } from '../jobs/results/to-rerun.ts'
import type { JobsInput, JobsMemory, JobsSeen } from './lap/job-looks.ts'
import type { CandidatesInput, RespinInput, SeenCandidates } from './looks/composes-seen.ts'
import type { Look, Pace } from './looks/look.ts'
import type { OpenInput, OpenMemory, OpenSeen } from './looks/open-looks.ts'
import type { PublishInput, Published } from './messages/publish-message.ts'
import type { PlanMode } from './plan-mode.ts'
import type { Ref } from './recall.ts'
import type { TagInput } from './tag-candidate.ts'
import type {
  ChannelInput,
  ReportAnswer,
  ReportInput,
  SendInput,
  Sent,
  SentOnChannel,
  UnreportedEnd,
} from './report-activities.ts'

export type { StateMemory } from '../sources/compose-state.ts'
export type { JobsInput, JobsMemory, JobsSeen } from './lap/job-looks.ts'

/** A night, and the one compose to test if the night names it. */
export interface FindInput {
  readonly night: Night
  readonly compose: string | null
  /** Composes of this night that can never be tested. */
  readonly discarded: readonly string[]
  readonly pace: Pace
}

/** What the find stage found. */
export interface Found {
  readonly compose: string
}

/** `noBranched`: by Fedora's list, which people maintain by hand. It is asked again until the deadline. */
export interface FindMemory {
  readonly noBranched: boolean
}

export interface CompletionInput {
  readonly night: Night
  readonly compose: string
  /** True if the night tests only this compose: then no newer respin replaces it. */
  readonly fixed: boolean
  /** Conditions that a person waived; absent in an older run. */
  readonly waived?: readonly ('koji' | 'mirror')[]
  readonly pace: Pace
}

/** The report of an earlier run of a night. */
export interface ReportedBefore {
  readonly verdict: string
  /** ISO. */
  readonly at: string
}

/** How a night stands by Temporal's record. */
export interface NightNow {
  readonly isRunning: boolean
  /** Empty if it has none yet. */
  readonly stage: string
  readonly verdict: string
  /** ISO; null while it runs. */
  readonly endedAt: string | null
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
  /** Only these flavors are tested, and these arches; if absent all flavors, and the configured arches. */
  readonly flavors?: readonly string[]
  readonly arches?: readonly string[]
}

/**
 * The plan of a compose, kept in the archive. `observe`: nothing is posted, since there is no openQA key, the
 * configuration says so, or another scheduler has posted the compose.
 * `covered`: another run tests this compose.
 */
export type PlanAnswer =
  | (PlanMode & {
      readonly plan: Ref
      readonly posts: readonly PostName[]
      /** Whether its build is tagged as important: it may become the release. */
      readonly isCandidate?: true
    })
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

/** An order to run jobs again. */
export interface ChooseInput {
  readonly night: Night
  readonly compose: string
  /** The id of the order. */
  readonly order: string
  readonly what: JobSelection
}

/** The jobs that an order is about, kept in the archive; `none`: there are none, and why. */
export type ChosenJobs =
  | { readonly kind: 'chosen'; readonly targets: Ref; readonly count: number }
  | { readonly kind: 'none'; readonly why: string }

/** Jobs to restart: what `chooseJobs` kept. */
export interface RestartChosenInput {
  readonly targets: Ref
}

/** What became of restarts; `restarted` counts those that were restarted before, too. */
export interface RestartedJobs {
  readonly restarted: number
  readonly refused: readonly RefusedRestart[]
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

/**
 * The activities of a night. `observe…` changes nothing outside of the archive; the others are idempotent or
 * reconciled.
 */
export interface Activities {
  nightNow(workflowId: string): Promise<NightNow | null>
  reportedBefore(): Promise<ReportedBefore | null>
  observeCompose(input: FindInput, memory: FindMemory | null): Promise<Look<Found, FindMemory>>
  observeCompletion(
    input: CompletionInput,
    memory: StateMemory | null,
  ): Promise<Look<Completion, StateMemory>>
  observeCandidates(input: CandidatesInput): Promise<Look<SeenCandidates>>
  observeRespin(input: RespinInput): Promise<Look<Found>>
  planCompose(input: PlanRequest): Promise<PlanAnswer>
  schedulePost(input: PostInput): Promise<PostOutcome>
  tagCandidate(input: TagInput): Promise<number>
  observePost(input: PostLookInput): Promise<Look<PostOutcome | { readonly kind: 'nothing' }>>
  observeJobs(input: JobsInput, memory: JobsMemory | null): Promise<Look<JobsSeen, JobsMemory>>
  restartJobs(input: RestartInput): Promise<SecondChances>
  observeOpen(input: OpenInput, memory: OpenMemory | null): Promise<Look<OpenSeen, OpenMemory>>
  chooseJobs(input: ChooseInput): Promise<ChosenJobs>
  restartChosen(input: RestartChosenInput): Promise<RestartedJobs>
  composeReport(input: ReportInput): Promise<ReportAnswer>
  recordReport(input: ReportInput): Promise<ReportAnswer>
  sendReport(input: SendInput): Promise<Sent>
  sendOnChannel(input: ChannelInput): Promise<SentOnChannel>
  publishMessage(input: PublishInput): Promise<Published>
  closeUnreported(input: UnreportedEnd): Promise<void>
}
