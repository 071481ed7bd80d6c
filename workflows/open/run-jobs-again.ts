import { rootCause } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { NightEnd } from '../night-run.ts'
import type { ChosenJobs } from '../../activities/activities.ts'
import { activityFailure } from '../activity-failure.ts'
import { watchJobs } from '../stages/await-jobs.ts'
import type { NightContext } from '../night-context.ts'
import { now } from '../now.ts'
import { repeatableOptions } from '../options.ts'
import type { JobSelection } from '../../jobs/results/to-rerun.ts'
import type { WatchOrder } from '../orders/order.ts'
import { endedWith } from '../play.ts'

/** What came of an order to run jobs again: another ending of the night, or why nothing was restarted. */
export type RunAgain =
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'ended'; readonly said: string; readonly ending: NightEnd }

/**
 * Restarts jobs in openQA, each once, and waits until they have ended. Which jobs is decided once and kept,
 * so that an order which is carried out again, as after a reset, restarts none of them twice.
 */
export async function runJobsAgain(
  context: NightContext,
  order: WatchOrder,
  what: JobSelection,
  ending: NightEnd,
): Promise<RunAgain> {
  const { recorder, input } = context
  const { compose } = ending
  if (compose === null) return { kind: 'refused', said: 'there is no compose' }
  const chosen = await choose(context, order, what, compose)
  if (chosen.kind === 'none') return { kind: 'refused', said: chosen.why }
  recorder.again('await')
  recorder.enter('await', input.patience.await.deadlineMs)
  const asked = await restart(context, chosen.targets)
  if (asked.restarted === 0) {
    recorder.leave('await', 'gave-up', asked.why)
    return { kind: 'refused', said: asked.why }
  }
  const said = `restarted ${asked.restarted} of ${chosen.count} jobs`
  const wait = await watchJobs(context, compose, input.patience.await)
  recorder.leave('await', wait.kind === 'seen' ? 'done' : 'gave-up', wait.said)
  const refused = { ...ending, refusedRestarts: asked.refused }
  if (wait.kind === 'seen') return { kind: 'ended', said, ending: endedWith(refused, wait.said, wait.answer) }
  const { openMs } = input.patience
  const watchedUntil = new Date(now() + openMs).toISOString()
  const jobs = wait.memory?.jobs ?? undefined
  const unfinished: NightEnd = {
    ...refused,
    outcome: 'unfinished-tests',
    why: wait.said,
    watchedUntil,
    ...(jobs !== undefined && { jobs }),
  }
  return { kind: 'ended', said, ending: unfinished }
}

async function choose(
  { input, recorder }: NightContext,
  { id }: WatchOrder,
  what: JobSelection,
  compose: string,
): Promise<ChosenJobs> {
  const { patience, night } = input
  const options = repeatableOptions(patience, patience.await, patience.schedule.deadlineMs)
  const chooseJobs = activity('chooseJobs', { ...options, summary: 'which jobs to run again' })
  try {
    return await chooseJobs({ night, compose, order: id, what })
  } catch (error) {
    const failure = activityFailure(error)
    const why = rootCause(failure) ?? failure.message
    recorder.heard('watch', why)
    return { kind: 'none', why }
  }
}

interface Asked {
  readonly restarted: number
  readonly refused: NonNullable<NightEnd['refusedRestarts']>
  /** Why nothing was restarted. */
  readonly why: string
}

async function restart({ input, recorder }: NightContext, targets: string): Promise<Asked> {
  const { patience } = input
  const options = repeatableOptions(patience, patience.await, recorder.leftMs('await'))
  const restartChosen = activity('restartChosen', { ...options, summary: 'restart them' })
  try {
    const { restarted, refused } = await restartChosen({ targets })
    const why = refused[0]?.why ?? 'openQA restarted nothing'
    return { restarted, refused, why: `they cannot be run again: ${why}` }
  } catch (error) {
    const failure = activityFailure(error)
    return { restarted: 0, refused: [], why: rootCause(failure) ?? failure.message }
  }
}
