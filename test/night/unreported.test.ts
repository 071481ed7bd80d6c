import { WorkflowFailedError } from '@temporalio/client'
import { describe, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { green } from '../../lab/scenarios/green.ts'
import { startNight } from '../../workers/start-night.ts'
import { nightjar } from './nightjar.ts'
import { listed, stageReached } from './play.ts'
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
  test('where it is cancelled', async ({ expect }) => {
    await using stage = await setStage({ ...green, name: 'cancelled' }, '2026-10-21')
    const { client } = stage

    const ended = await withWorker(stage, async () => {
      const workflowId = await startFinding(stage)
      const handle = client.workflow.getHandle(workflowId)
      await handle.cancel()
      const error: unknown = await handle.result().catch((thrown: unknown) => thrown)
      return { error, shown: await nightjar(stage, 'show', 'rawhide/2026-10-21') }
    })
    const list = await nightjar(stage, 'list')
    const report = await nightjar(stage, 'show', 'rawhide/2026-10-21', '--report')
    await listed(stage, 'DueDate = "2026-10-21" and Verdict = "unreported" and Stage = "over"')

    expect(ended.error).toBeInstanceOf(WorkflowFailedError)
    expect(ended.shown.out).toMatch(
      /^nightly\/rawhide\/2026-10-21: unreported \(no compose, run cancelled\)\nIt left no report: it was cancelled/m,
    )
    expect(ended.shown.out).toMatch(/^find +gave-up .* it was cancelled in the stage find$/m)
    expect(list.out).toMatch(
      /^nightly\/rawhide\/2026-10-21 +unreported .* it was cancelled in the stage find$/m,
    )
    expect(report).toMatchObject({
      code: 1,
      err: 'nightjar: nightly/rawhide/2026-10-21 left no report: it was cancelled in the stage find\n',
    })
    expect(stage.lab.inbox.mails()).toEqual([])
  })

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
    expect(shown.out).toMatch(/^It left no report: it was terminated: a person ended it\.$/m)
  })
})
