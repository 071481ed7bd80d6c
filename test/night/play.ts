import { nightId } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { NightResult } from '../../workflows/report.ts'
import { withWorker, type Stage } from './stage.ts'

/** Plays a stream's night to its end, with other patience than the lab's where it is given. */
async function playNight(
  stage: Stage,
  stream: Stream,
  otherwise: Partial<Patience> = {},
): Promise<NightResult> {
  const { client, settings, date, clock } = stage
  const night = { stream, date }
  return await withWorker(stage, async () => {
    const patience = { ...settings.patience, ...otherwise }
    await startNight(client, { night, patience, taskQueue: settings.task_queue })
    clock.begin()
    return await client.workflow.getHandle(nightId(night)).result()
  })
}

/** Plays the stage's Rawhide night to its end. */
export function playRawhide(stage: Stage, otherwise: Partial<Patience> = {}): Promise<NightResult> {
  return playNight(stage, 'rawhide', otherwise)
}
