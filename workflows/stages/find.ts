import { activity } from '../activity.ts'
import type { FindMemory, Found } from '../../activities/activities.ts'
import { dateOfNight } from '../../compose/naming/night.ts'
import type { NightContext } from '../night-context.ts'
import { lookUntil, type Wait } from '../waiting/laps.ts'

/** The first stage: finds the newest compose of the night that is not discarded. */
export async function find(
  context: NightContext,
  discarded: readonly string[],
): Promise<Wait<Found, FindMemory>> {
  const { input, recorder } = context
  const { find: first, complete } = input.patience
  // After a dead compose, the night waits for a respin until the deadline for a complete compose.
  recorder.enter('find', discarded.length === 0 ? first.deadlineMs : complete.deadlineMs)
  const wait = await lookUntil<Found, FindMemory>(context, {
    stage: 'find',
    patience: first,
    lap(options, pace, memory) {
      const summary = `newest ${input.night.stream} compose of ${dateOfNight(input.night)}`
      const observeCompose = activity('observeCompose', { ...options, summary })
      return observeCompose({ night: input.night, compose: input.compose ?? null, discarded, pace }, memory)
    },
  })
  recorder.leave('find', wait.kind === 'seen' ? 'done' : 'gave-up', wait.said)
  return wait
}
