import { nightId } from '../../compose/naming/night.ts'
import type { Minute } from '../../lab/script.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { NightResult } from '../../workflows/report.ts'
import { withWorker, type Stage } from './stage.ts'

/** How a night is played, where it is otherwise than usual. */
export interface Play {
  readonly patience?: Partial<Patience>
  /** The minute at which the lab's clock stands still until it is begun again. */
  readonly until?: Minute
}

/** Plays the stage's Rawhide night to its end. */
export async function playRawhide(stage: Stage, { patience, until }: Play = {}): Promise<NightResult> {
  const { client, settings, date, clock } = stage
  const night = { stream: 'rawhide', date } as const
  return await withWorker(stage, async () => {
    await startNight(client, {
      night,
      patience: { ...settings.patience, ...patience },
      taskQueue: settings.task_queue,
    })
    clock.begin(until)
    return await client.workflow.getHandle(nightId(night)).result()
  })
}
