import { CancellationScope, rootCause, type TemporalFailure } from '@temporalio/workflow'
import { activity } from './activity.ts'
import { activityFailure } from './activity-failure.ts'
import type { NightContext } from './night-context.ts'
import { now } from './now.ts'
import { repeatableOptions } from './options.ts'

/**
 * Says that a night ends without a report, as it failed, in the places where people look for one. A night
 * that has a report keeps it.
 */
export async function sayUnreported(context: NightContext, error: TemporalFailure): Promise<void> {
  if (context.recorder.progress().verdict !== null) return
  await CancellationScope.nonCancellable(() => close(context, error))
}

async function close(
  { recorder, input: { night, patience } }: NightContext,
  error: TemporalFailure,
): Promise<void> {
  const { compose, stages } = recorder.progress()
  const stage = stages.find(({ state }) => state === 'running')?.name
  const place = stage === undefined ? '' : ` in the stage ${stage}`
  const why = `it failed${place}: ${rootCause(error) ?? error.message}`
  if (stage !== undefined) recorder.leave(stage, 'gave-up', why)
  recorder.conclude('unreported', false)
  const closeUnreported = activity('closeUnreported', {
    ...repeatableOptions(patience, patience.schedule, 3 * patience.callMs),
    summary: 'write down that there is no report',
  })
  try {
    await closeUnreported({ night, compose, how: 'failed', why, at: new Date(now()).toISOString() })
  } catch (failure) {
    // Temporal's own record says it as well.
    activityFailure(failure)
  }
}
