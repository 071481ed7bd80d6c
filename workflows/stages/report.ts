import { ActivityCancellationType, CancellationScope, rootCause, workflowInfo } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { ReportAnswer, ReportInput } from '../../activities/report-activities.ts'
import type { StageTiming } from '../../report/outcome.ts'
import { activityFailure } from '../activity-failure.ts'
import type { NightContext } from '../night-context.ts'
import type { LeftBehind, NightEnd, Reported } from '../night-run.ts'
import { startDelivery } from '../delivery/start-delivery.ts'
import { now } from '../now.ts'
import { onceMore } from '../once-more.ts'
import { lateOptions, repeatableOptions } from '../options.ts'
import { staysOpen } from '../stays-open.ts'
import type { StageRecord } from '../stage.ts'

/**
 * The last stage: writes the report and starts its delivery. A later report amends the one before, unless it
 * says the same.
 */
export async function report(
  context: NightContext,
  ending: NightEnd,
  amends: Reported | null = null,
): Promise<Reported> {
  const { recorder, input } = context
  recorder.enter('report', input.patience.deliverMs)
  const nth = (amends?.nth ?? 0) + 1
  const content = contentOf(context, ending, nth)
  const written = await write(context, content)
  recorder.leave('report', 'done', written.subject)
  conclude(context, written)
  const left = leftBehind(context, ending, written)
  const { outcome } = ending
  if (amends?.left.digest === left.digest) return { nth, left, result: { ...amends.result, outcome, left } }
  // A night that is cancelled now has its report, and the mail goes out.
  const told = { ...content, notCompared: written.notCompared ?? null }
  const delivery = await CancellationScope.nonCancellable(() => startDelivery(context, told, written))
  say(context, written)
  const mailed = stand(context, ending, { nth, delivery, written })
  if (written.recorded) return mailed
  const late = await recordLate(context, told, written)
  if (late.verdict !== written.verdict) {
    conclude(context, late)
    say(context, late)
  }
  return stand(context, ending, { nth, delivery, written: late })
}

function conclude({ recorder, input }: NightContext, { verdict }: ReportAnswer): void {
  recorder.conclude(verdict, staysOpen(verdict, input.patience))
}

function say({ speaker, recorder }: NightContext, { verdict, edition, subject }: ReportAnswer): void {
  speaker.say({ kind: 'verdict', verdict, edition, subject }, recorder.progress().compose)
}

/** A report as the last one of the night, which the orders refer to. */
interface LastReport {
  readonly nth: number
  readonly delivery: string
  readonly written: ReportAnswer
}

function stand(context: NightContext, ending: NightEnd, { nth, delivery, written }: LastReport): Reported {
  const left = leftBehind(context, ending, written)
  const { outcome, compose } = ending
  const { verdict, subject, edition } = written
  const result = { outcome, verdict, compose, subject, edition, delivery, left }
  context.desk.state.last = result
  context.recorder.rewrite()
  return { nth, left, result }
}

function leftBehind(
  { recorder }: NightContext,
  ending: NightEnd,
  { digest, problems = [], notOk = 0 }: ReportAnswer,
): LeftBehind {
  const { stages, orders = [] } = recorder.progress()
  return { ending, stages, digest, jobsHash: ending.jobsHash ?? null, problems, orders, notOk }
}

function write({ input }: NightContext, content: ReportInput): Promise<ReportAnswer> {
  const { schedule: stage, deliverMs } = input.patience
  const composeReport = activity('composeReport', {
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
    ...(ending.untagged !== undefined && { untagged: ending.untagged }),
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

/**
 * The archive that was away gets as long as a delivery to take the report. No mail waits for it. The night
 * ends as the report in the archive says, which may know more than the one that was made first.
 */
async function recordLate(
  { input: { patience }, recorder }: NightContext,
  content: ReportInput,
  first: ReportAnswer,
): Promise<ReportAnswer> {
  const recordReport = activity('recordReport', {
    ...lateOptions(patience),
    summary: 'write the report into the archive, which was away',
  })
  try {
    return await recordReport(content)
  } catch (error) {
    const failure = activityFailure(error)
    recorder.heard('report', `the archive has no report: ${rootCause(failure) ?? failure.message}`)
    return first
  }
}

function timing({ name, since, until, lastAnswer }: StageRecord): StageTiming {
  return { name, since, until, lastAnswer }
}
