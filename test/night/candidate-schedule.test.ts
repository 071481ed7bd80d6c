import { expect, test } from 'vitest'
import { examineSchedules } from '../../workers/doctor/examine-schedules.ts'
import { applySchedules, scheduleId } from '../../workers/temporal/schedules.ts'
import { briefCompose, briefly } from './brief.ts'
import { setStage } from './stage.ts'
import { unhurried } from './unhurried.ts'

test('the watch for candidates begins when its Schedule is made, and lasts a day', async () => {
  await using stage = await setStage(briefly('candidate-schedule', [briefCompose()]), '2026-07-16', {
    streams: { candidate: {} },
    patience: { ...unhurried, respins: { deadline: '6 h', lap: '2 h', look: '1 h' } },
  })
  const { client, settings } = stage
  const schedule = client.schedule.getHandle(scheduleId('candidate'))

  await applySchedules(client, settings)
  await applySchedules(client, settings)

  const recent = async () => (await schedule.describe()).info.recentActions
  await expect.poll(async () => (await recent()).length).toBe(1)
  const { action } = await schedule.describe()
  expect(action).toMatchObject({
    workflowType: 'watchCandidates',
    args: [{ patience: { respins: { deadlineMs: 86_400_000, lookMs: 3_600_000 } } }],
  })

  const watch = async () =>
    (await examineSchedules(client, settings)).find(({ about }) => about === 'watch for candidates')
  await expect.poll(watch, { timeout: 20_000 }).toMatchObject({ state: 'ok' })

  for (const { action: started } of await recent())
    await client.workflow.getHandle(started.workflow.workflowId).terminate('the test is over')
  await expect.poll(watch, { timeout: 20_000 }).toMatchObject({ state: 'problem' })
  for (const stream of ['rawhide', 'branched', 'candidate'] as const)
    await client.schedule.getHandle(scheduleId(stream)).delete()
})
