import { CancellationScope, isCancellation, TemporalFailure } from '@temporalio/workflow'
import type { NightResult } from './night-run.ts'
import type { NightContext } from './night-context.ts'
import { report } from './stages/report.ts'
import { sayUnreported } from './unreported.ts'

/**
 * Ends a night that was stopped or failed. A stopped night reports that it was, unless it has a report. An
 * order to stop ends the run; Temporal's own Cancel has to end it as cancelled. A mistake in the program is
 * not handled here: Temporal tries the night again when it is mended.
 */
export async function endEarly(context: NightContext, error: unknown): Promise<NightResult> {
  if (!(error instanceof TemporalFailure)) throw error
  const { desk, recorder } = context
  if (!isCancellation(error)) {
    await sayUnreported(context, error)
    throw error
  }
  const order = desk.state.stopped
  if (order !== null) desk.became(order, 'the night is stopped')
  const result = desk.state.last ?? (await CancellationScope.nonCancellable(() => reportStopped(context)))
  recorder.close()
  if (order === null) throw error
  return result
}

async function reportStopped(context: NightContext): Promise<NightResult> {
  const { recorder, desk } = context
  const { compose, stages } = recorder.progress()
  const stage = stages.find(({ state }) => state === 'running')?.name
  const order = desk.state.stopped
  const reason = order?.why ? `: ${order.why}` : ''
  const why = `it was cancelled${stage === undefined ? '' : ` in the stage ${stage}`}${reason}`
  if (stage !== undefined) recorder.leave(stage, 'gave-up', why)
  const ending = { outcome: 'cancelled', why, compose, status: '', discarded: [] } as const
  return (await report(context, ending)).result
}
