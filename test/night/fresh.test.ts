import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import { currentDetails } from './current-details.ts'
import { bringTo, endSlowNight, slow } from './slow-night.ts'
import { setStage, withWorker } from './stage.ts'

test('what the looks of a night hear is in its details before their lap ends, in an outage and after it, too', async () => {
  await using stage = await setStage(slow, '2026-06-20')
  const { client, settings, date } = stage
  const workflowId = nightId({ stream: 'rawhide', date })
  const detailsSay = async (text: RegExp) =>
    await expect.poll(() => currentDetails(client, workflowId), { timeout: 30_000 }).toMatch(text)

  await withWorker(stage, async () => {
    const night = { stream: 'rawhide', date } as const
    await startNight(client, { night, patience: settings.patience, taskQueue: settings.task_queue })
    await bringTo(stage, workflowId, 'find')
    await detailsSay(/In \*\*find\*\*[^|]*no Fedora-Rawhide/)
    await bringTo(stage, workflowId, 'complete')
    await detailsSay(/In \*\*complete\*\*[^|]*STATUS is STARTED/)
    await bringTo(stage, workflowId, 'schedule')
    await detailsSay(/In \*\*schedule\*\*[^|]*openQA answered 503.*since \d\d:\d\d; 10 posts wait$/m)
    await bringTo(stage, workflowId, 'await')
    await detailsSay(/In \*\*await\*\*[^|]*jobs done/)
    await endSlowNight(stage, workflowId)
  })

  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  const told = events?.filter(
    ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName === 'heard',
  )
  expect(told?.length).toBeGreaterThan(3)
})
