import { setTimeout as sleep } from 'node:timers/promises'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import type { Minute } from '../../lab/script.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import { withWorker, type Stage } from './stage.ts'

/**
 * Plays a stream's night to its end, and until its last report is delivered, with other patience than the
 * lab's where it is given.
 */
async function playNight(
  stage: Stage,
  stream: Stream,
  otherwise: Partial<Patience>,
  until?: Minute,
): Promise<NightResult> {
  const { client, settings, date, clock } = stage
  const night = { stream, date }
  return await withWorker(stage, async () => {
    const patience = { ...settings.patience, ...otherwise }
    await startNight(client, { night, patience, taskQueue: settings.task_queue })
    clock.begin(until)
    const result: NightResult = await client.workflow.getHandle(nightId(night)).result()
    if (result.delivery !== null) await client.workflow.getHandle(result.delivery).result()
    return result
  })
}

/** Plays the stage's Rawhide night to its end. The lab's clock stands still at a minute, if one is given. */
export function playRawhide(
  stage: Stage,
  otherwise: Partial<Patience> = {},
  until?: Minute,
): Promise<NightResult> {
  return playNight(stage, 'rawhide', otherwise, until)
}

/** Resolves once a night is in a stage, or over, as its search attribute says. */
export async function stageReached({ client }: Stage, workflowId: string, name: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId)
  while (true) {
    const { typedSearchAttributes } = await handle.describe()
    const stage = typedSearchAttributes.get({ name: 'Stage', type: 'KEYWORD' })
    if (stage === name || stage === 'over') return
    await sleep(20)
  }
}

/** Resolves once the server's list has a night of a query. The list is written a moment after the night. */
export async function listed({ client }: Stage, query: string): Promise<void> {
  while ((await client.workflow.count(query)).count === 0) await sleep(100)
}
