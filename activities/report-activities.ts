import type { DeliveryState } from '../archive/nights/deliveries.ts'
import type { Night } from '../compose/naming/night.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { Acceptance, NightOrder, Problem } from '../report/order.ts'
import type { NightOutcome, ReportedCompose, StageTiming } from '../report/outcome.ts'
import type { Ref } from './recall.ts'

/** How a night ended: what its report is made from. */
export interface ReportInput {
  readonly night: Night
  readonly workflowId: string
  /** Temporal's id of the night's run; absent in an older run. */
  readonly temporalRun?: string
  readonly outcome: NightOutcome
  readonly why: string
  readonly compose: string | null
  /** The last STATUS that was read from the compose. */
  readonly status: string
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  /** What the compose is a respin of, and the run that reports on that; null if that run had no compose. */
  readonly respinOf: ReportedCompose | null
  /** ISO, with the outcome `unobserved`: since when nobody could look. */
  readonly unansweredSince: string | null
  /** ISO: until when the night waits for unfinished tests; null, or absent in an older run, for no wait. */
  readonly watchedUntil?: string | null
  readonly plan: Ref | null
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  readonly jobs: Ref | null
  readonly refusedRestarts: readonly RefusedRestart[]
  /** Why the build of a candidate is not tagged as important; absent if it is, and for all others. */
  readonly untagged?: string
  readonly stages: readonly StageTiming[]
  /** ISO, the time of the report: a retry uses the same. */
  readonly at: string
  /** Why the report that was mailed is not compared with the nights before; null, or absent, if it is. */
  readonly notCompared?: string | null
  /** What people ordered of the night; absent in an older run. */
  readonly orders?: readonly NightOrder[]
  /** What they accepted for this night, or for a time; absent in an older run. */
  readonly accepted?: readonly Acceptance[]
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
  /** A hash of what it says: a report that says the same as the one before is not sent. */
  readonly digest: string
  /** Why it is not compared with the nights before; null, or absent in an older run, if it is. */
  readonly notCompared?: string | null
  /** What it holds against the compose, at most a hundred; absent in an older run. */
  readonly problems?: readonly Problem[]
  /** Jobs that failed, broke off or never ended; absent in an older run. */
  readonly notOk?: number
  /** The channels beside mail on which it may go out; absent if there are none, and in an older run. */
  readonly channels?: readonly string[]
}

/** The end of a run that leaves no report. */
export interface UnreportedEnd {
  readonly night: Night
  readonly compose: string | null
  readonly how: 'failed'
  readonly why: string
  /** ISO. */
  readonly at: string
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

/** One try to hand a report over on a channel other than mail. */
export interface ChannelInput extends SendInput {
  readonly channel: string
}

/** How a delivery to one recipient stands, and what the other side said last. */
export interface Recipient {
  readonly recipient: string
  readonly state: DeliveryState
  readonly why: string
}

/** The recipients of a try; none, and no Message-ID, if no mail is configured or nobody is to get it. */
export interface Sent {
  readonly messageId: string | null
  readonly recipients: readonly Recipient[]
  /** Why nobody is to get it; absent where somebody is, and where no mail is configured. */
  readonly why?: string
}

/** How a try on a channel other than mail ended. */
export interface SentOnChannel extends Sent {
  /** How long the other side asked to wait before the next try; absent where it did not. */
  readonly retryAfterMs?: number
}
