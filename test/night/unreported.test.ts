import { describe, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { green } from '../../lab/scenarios/green.ts'
import { startNight } from '../../workers/start-night.ts'
import { nightjar } from './nightjar.ts'
import { stageReached } from './play.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

/** Brings the stage's night into the stage find. */
async function startFinding(stage: Stage): Promise<string> {
  const { client, settings, date } = stage
  const { patience, task_queue: taskQueue } = settings
  await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
  const workflowId = nightId({ stream: 'rawhide', date })
  await stageReached(stage, workflowId, 'find')
  return workflowId
}

describe.concurrent('a night that ends without a report says so', () => {
  test('where it is terminated', async ({ expect }) => {
    await using stage = await setStage({ ...green, name: 'terminated' }, '2026-10-22')

    await withWorker(stage, async () => {
      const workflowId = await startFinding(stage)
      await expect.poll(async () => (await stage.archive.nights()).length).toBe(1)
      await stage.client.workflow.getHandle(workflowId).terminate('a person ended it')
    })
    const list = await nightjar(stage, 'list', '--verdict', 'unreported')
    const shown = await nightjar(stage, 'show', 'rawhide/2026-10-22')

    expect(list.out).toMatch(
      /^nightly\/rawhide\/2026-10-22 +unreported .* it was terminated: a person ended it$/m,
    )
    expect(shown.out).toMatch(
      /^It left no report: it was terminated: a person ended it\.\nTo start it again: nightjar start rawhide --date 2026-10-22$/m,
    )
  })
})
