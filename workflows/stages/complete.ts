import { activity } from '../activity.ts'
import type { Completion, StateMemory } from '../../activities/activities.ts'
import type { NightContext } from '../night-context.ts'
import { lookUntil, type Wait } from '../waiting/laps.ts'

/** The second stage: waits until the compose is complete everywhere, or is known never to be. */
export async function complete(
  context: NightContext,
  compose: string,
): Promise<Wait<Completion, StateMemory>> {
  const { input, recorder, desk } = context
  const patience = input.patience.complete
  recorder.enter('complete', patience.deadlineMs)
  const wait = await lookUntil<Completion, StateMemory>(context, {
    stage: 'complete',
    patience,
    lap(options, pace, memory) {
      const observeCompletion = activity('observeCompletion', {
        ...options,
        summary: `${compose} complete?`,
      })
      return observeCompletion(
        { night: input.night, compose, fixed: input.compose !== undefined, waived: desk.state.waived, pace },
        memory,
      )
    },
  })
  const usable = wait.kind === 'seen' && wait.answer.kind === 'complete'
  recorder.leave('complete', usable ? 'done' : 'gave-up', wait.said)
  return wait
}
