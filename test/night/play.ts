import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { NightResult } from '../../workflows/report.ts'
import { withWorker, type Stage } from './stage.ts'

/** Plays the stage's Rawhide night to its end, with other patience than the lab's where it is given. */
export async function playRawhide(stage: Stage, otherwise: Partial<Patience> = {}): Promise<NightResult> {
  const { client, settings, date, clock } = stage
  return await withWorker(stage, async () => {
    const { workflowId } = await startNight(client, {
      night: { stream: 'rawhide', date },
      patience: { ...settings.patience, ...otherwise },
      taskQueue: settings.task_queue,
    })
    clock.begin()
    return await client.workflow.getHandle(workflowId).result()
  })
}
