import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import { nightOfMoment } from '../../workers/due.ts'
import { applySchedules, scheduleId } from '../../workers/temporal/schedules.ts'
import { briefCompose, briefly } from './brief.ts'
import { listed } from './play.ts'
import { setStage, withWorker } from './stage.ts'

test('a Schedule with several due hours opens a night for each, and by hand that of the open window', async () => {
  const streams = { rawhide: { at: ['02:00', '14:00'] } }
  await using stage = await setStage(briefly('hourly', [briefCompose()]), '2026-07-15', { streams })
  const { client, settings } = stage
  const schedule = client.schedule.getHandle(scheduleId('rawhide'))
  const now = nightOfMoment(settings, 'rawhide', Date.now())
  const opened = ['nightly/rawhide/2026-07-15T02', 'nightly/rawhide/2026-07-15T14', nightId(now)]

  await withWorker(stage, async () => {
    const [applied] = await applySchedules(client, settings)
    expect(applied).toMatchObject({ due: '02:00, 14:00 UTC', state: 'active' })
    const day = { start: new Date('2026-07-15T00:00:00Z'), end: new Date('2026-07-15T23:00:00Z') }
    await schedule.backfill({ ...day, overlap: 'ALLOW_ALL' })
    await schedule.trigger()
    for (const id of opened) await listed(stage, `WorkflowId = '${id}'`)
  })

  const { count } = await client.workflow.count("WorkflowId STARTS_WITH 'nightly/rawhide/2026-07-15'")
  expect(count).toBe(2)
  for (const id of opened) await client.workflow.getHandle(id).terminate('the test is over')
  for (const stream of ['rawhide', 'branched'] as const)
    await client.schedule.getHandle(scheduleId(stream)).delete()
})
