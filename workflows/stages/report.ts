import {
  ActivityCancellationType,
  CancellationScope,
  proxyActivities,
  rootCause,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../../activities/activities.ts'
import type { ReportAnswer, ReportInput } from '../../activities/report-activities.ts'
import type { Problem } from '../../report/order.ts'
import type { RefusedRestart } from '../../jobs/results/restart-answer.ts'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import type { NightOutcome, StageTiming } from '../../report/outcome.ts'
import { activityFailure } from '../activity-failure.ts'
import type { NightContext } from '../night-context.ts'
import { startDelivery } from '../delivery/start-delivery.ts'
import { now } from '../now.ts'
import { onceMore } from '../once-more.ts'
import { lateOptions, repeatableOptions } from '../options.ts'
import { staysOpen } from '../stays-open.ts'
import type { Discarded } from './ready-compose.ts'
import type { StageRecord } from '../stage.ts'

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
  readonly notOk: number
}

/** A night that has reported. */
export interface Reported {
  readonly result: NightResult
  readonly left: LeftBehind
  /** How often this run has reported. */
  readonly nth: number
}

/**
 * The last stage: writes the report and starts its delivery. A later report amends the one before, unless it
 * says the same.
 */
export async function report(
  context: NightContext,
  ending: NightEnd,
  amends: Reported | null = null,
): Promise<Reported> {
  const { recorder, input, desk } = context
  recorder.enter('report', input.patience.deliverMs)
  const nth = (amends?.nth ?? 0) + 1
  const content = contentOf(context, ending, nth)
  const written = await write(context, content)
  const { recorded, verdict, subject } = written
  recorder.leave('report', 'done', subject)
  recorder.conclude(verdict, staysOpen(verdict, input.patience))
  const { outcome, compose } = ending
  const left = leftBehind(context, ending, written)
  if (amends?.left.digest === left.digest) return { nth, left, result: { ...amends.result, outcome, left } }
  // A night that is cancelled now has its report, and the mail goes out.
  const told = { ...content, notCompared: written.notCompared ?? null }
  const delivery = await CancellationScope.nonCancellable(() => startDelivery(context, told, written))
  const result = { outcome, verdict, compose, subject, edition: written.edition, delivery, left }
  desk.state.last = result
  recorder.rewrite()
  const edition = recorded ? written.edition : await recordLate(context, told, written.edition)
  return { nth, left, result: { ...result, edition } }
}

function leftBehind(
  { recorder }: NightContext,
  ending: NightEnd,
  { digest, problems = [], notOk = 0 }: ReportAnswer,
): LeftBehind {
  const { stages } = recorder.progress()
  return { ending, stages, digest, jobsHash: ending.jobsHash ?? null, problems, notOk }
}

function write({ input }: NightContext, content: ReportInput): Promise<ReportAnswer> {
  const { schedule: stage, deliverMs } = input.patience
  const { composeReport } = proxyActivities<Activities>({
    ...repeatableOptions(input.patience, stage, deliverMs),
    summary: 'write the report',
    // A report that is being written gets written, and so is delivered.
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  })
  return onceMore(() => composeReport(content))
}

function contentOf(
  { input, workflowId, recorder, desk }: NightContext,
  ending: NightEnd,
  nth: number,
): ReportInput {
  const { outcome, why, compose, status, discarded } = ending
  return {
    night: input.night,
    workflowId,
    temporalRun: workflowInfo().runId,
    outcome,
    why,
    compose,
    status,
    discarded,
    respinOf: input.respinOf ?? null,
    unansweredSince: ending.unansweredSince ?? null,
    watchedUntil: ending.watchedUntil ?? null,
    plan: ending.plan ?? null,
    mode: ending.mode ?? 'post',
    posts: ending.posts ?? [],
    jobs: ending.jobs ?? null,
    refusedRestarts: ending.refusedRestarts ?? [],
    stages: recorder
      .progress()
      .stages.filter(({ name }) => name !== 'watch')
      .map(timing),
    orders: recorder.progress().orders ?? [],
    accepted: desk.state.accepted,
    at: new Date(now()).toISOString(),
    nth,
  }
}

/** The archive that was away gets as long as a delivery to take the report. No mail waits for it. */
async function recordLate(
  { input: { patience }, recorder }: NightContext,
  content: ReportInput,
  mailed: number,
): Promise<number> {
  const { recordReport } = proxyActivities<Activities>({
    ...lateOptions(patience),
    summary: 'write the report into the archive, which was away',
  })
  try {
    const { edition } = await recordReport(content)
    return edition
  } catch (error) {
    const failure = activityFailure(error)
    recorder.heard('report', `the archive has no report: ${rootCause(failure) ?? failure.message}`)
    return mailed
  }
}

function timing({ name, since, until, lastAnswer }: StageRecord): StageTiming {
  return { name, since, until, lastAnswer }
}
