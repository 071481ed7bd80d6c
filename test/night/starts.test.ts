import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkflowHandle } from '@temporalio/client'
import { describe, expect, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import { applySchedules, readSchedules, scheduleId } from '../../workers/temporal/schedules.ts'
import { startNight, type StartedNight } from '../../workers/start-night.ts'
import { composeChanged } from '../../workflows/waiting/nudge.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { printed } from '../cli/json/printed.ts'
import { briefCompose, briefly } from './brief.ts'
import { comingDate } from './coming-date.ts'
import { nightjar } from './nightjar.ts'
import { listed, stageReached } from './play.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

function start(stage: Stage, compose?: string): Promise<StartedNight> {
  const { client, settings, date } = stage
  return startNight(client, {
    night: { stream: 'rawhide', date },
    patience: settings.patience,
    taskQueue: settings.task_queue,
    ...(compose === undefined ? {} : { compose }),
  })
}

async function resultOf({ client }: Stage, workflowId: string): Promise<NightResult> {
  return await awaitNight(client, workflowId)
}

/** Minutes of the lab: the first respin is complete, and the second is not on the mirror yet. */
const [firstComplete, secondComes] = [103, 700]

describe.concurrent('a night', () => {
  test('is started once, whoever starts it how often, before it ran and after', async () => {
    await using stage = await setStage(briefly('once', [briefCompose()]), '2026-07-10')

    await withWorker(stage, async () => {
      const first = await Promise.all([start(stage), start(stage), start(stage)])
      stage.clock.begin()
      expect(first.filter(({ started }) => started)).toHaveLength(1)
      expect(await resultOf(stage, 'nightly/rawhide/2026-07-10')).toMatchObject({ verdict: 'passed' })
      expect(await start(stage)).toEqual({ workflowId: 'nightly/rawhide/2026-07-10', started: false })
    })

    expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  })

  test('that is started for another respin of its date is a run of its own', async () => {
    const composes = [briefCompose(), briefCompose({ respin: 1, later: 500 })]
    await using stage = await setStage(briefly('respin', composes), comingDate(40))
    const compose = `Fedora-Rawhide-${stage.date.replaceAll('-', '')}.n`

    const ids = await withWorker(stage, async () => {
      const first = await start(stage)
      // The mirror has one respin at a time: the second comes once the first is tested.
      stage.clock.begin(firstComplete)
      await stageReached(stage, first.workflowId, 'await')
      stage.clock.begin(secondComes)
      await resultOf(stage, first.workflowId)
      stage.clock.begin()
      stage.clock.skipTo(secondComes)
      const second = await start(stage, `${compose}.1`)
      expect(await resultOf(stage, second.workflowId)).toMatchObject({
        compose: `${compose}.1`,
      })
      return [first.workflowId, second.workflowId]
    })

    expect(ids).toEqual([`nightly/rawhide/${stage.date}`, `nightly/rawhide/${compose}.1`])
    expect(stage.lab.inbox.mails()).toHaveLength(2)
  })

  test('that is started for a compose which is DOOMED reports at once, and leaves the night to its date', async () => {
    const composes = [briefCompose({ status: 'DOOMED' })]
    await using stage = await setStage(briefly('doomed-by-name', composes), '2026-07-11')
    const compose = 'Fedora-Rawhide-20260711.n.0'

    const [named, night] = await withWorker(stage, async () => {
      stage.clock.begin()
      const byName = await start(stage, compose)
      const result = await resultOf(stage, byName.workflowId)
      return [{ ...byName, ...result }, await start(stage)]
    })

    expect(named).toMatchObject({
      workflowId: `nightly/rawhide/${compose}`,
      outcome: 'unfinished-compose',
      compose,
      subject: expect.stringContaining('DOOMED'),
    })
    expect(night).toEqual({ workflowId: 'nightly/rawhide/2026-07-11', started: true })
    await stage.client.workflow.getHandle(night.workflowId).terminate('the test is over')
  })

  test('leaves a compose to the run that has it, and sends no second report', async () => {
    await using stage = await setStage(briefly('covered', [briefCompose()]), '2026-07-12')
    const compose = 'Fedora-Rawhide-20260712.n.0'
    const { client, settings } = stage
    const input = { night: { stream: 'rawhide', date: '2026-07-12' }, compose, patience: settings.patience }

    const second = await withWorker(stage, async () => {
      const first = await start(stage)
      stage.clock.begin()
      await resultOf(stage, first.workflowId)
      const workflowId = `nightly/rawhide/${compose}`
      await client.workflow.start('nightly', { workflowId, taskQueue: settings.task_queue, args: [input] })
      return await resultOf(stage, workflowId)
    })

    expect(second).toMatchObject({ outcome: 'covered', edition: null })
    expect(second.subject).toBe(`${compose} is tested and reported on by nightly/rawhide/2026-07-12`)
    expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  })

  test('looks at once when it is told that something changed', async () => {
    await using stage = await setStage(briefly('nudged', [briefCompose()]), '2026-07-13')
    const hour = 3_600_000
    const slow = { deadlineMs: 6 * hour, lapMs: 6 * hour, lookMs: hour }
    stage.clock.begin()

    const result = await withWorker(stage, async () => {
      const { workflowId } = await startNight(stage.client, {
        night: { stream: 'rawhide', date: '2026-07-13' },
        patience: { ...stage.settings.patience, complete: slow },
        taskQueue: stage.settings.task_queue,
      })
      const handle = stage.client.workflow.getHandle(workflowId)
      return await Promise.race([resultOf(stage, workflowId), nudgeWhenWaiting(handle)])
    })

    expect(result).toMatchObject({ verdict: 'passed' })
    expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  })
})

test('a Schedule opens the night of the day it was due, under the id of the night', async () => {
  await using stage = await setStage(briefly('scheduled', [briefCompose()]), '2026-07-14')
  const { client, settings } = stage

  const result = await withWorker(stage, async () => {
    const applied = await applySchedules(client, settings)
    expect(applied.map(({ id, state, due }) => `${id} ${state} ${due}`)).toEqual([
      'nightly-rawhide active 05:15 UTC',
      'nightly-branched active 07:15 UTC',
    ])
    stage.clock.begin()
    const due = new Date('2026-07-14T05:15:00Z')
    const window = { start: new Date(due.getTime() - 60_000), end: due, overlap: 'ALLOW_ALL' } as const
    await client.schedule.getHandle(scheduleId('rawhide')).backfill(window)
    await listed(stage, "WorkflowId = 'nightly/rawhide/2026-07-14'")
    return await resultOf(stage, 'nightly/rawhide/2026-07-14')
  })

  expect(result).toMatchObject({ verdict: 'passed', compose: 'Fedora-Rawhide-20260714.n.0' })
  for (const what of ['apply', 'list']) {
    const { out } = await nightjar(stage, 'schedule', what, '--json')
    expect(printed('nightjar/schedules/1', out)).toMatchObject({ schedules: [{ stream: 'rawhide' }, {}] })
  }
  expect((await readSchedules(client, settings)).map(({ state }) => state)).toEqual(['active', 'active'])
  for (const stream of ['rawhide', 'branched'] as const)
    await client.schedule.getHandle(scheduleId(stream)).delete()
})

/** Nudges a night whenever it waits for its next look, once for each lap. A running look gets no nudge. */
async function nudgeWhenWaiting(handle: WorkflowHandle): Promise<never> {
  const nudged = new Set<string>()
  while (true) {
    const { raw } = await handle.describe()
    for (const { activityId, lastFailure } of raw.pendingActivities ?? []) {
      const waits = lastFailure?.message?.endsWith('next look in 60 min') === true
      if (!waits || nudged.has(activityId ?? '')) continue
      nudged.add(activityId ?? '')
      await handle.signal(composeChanged)
    }
    await sleep(100)
  }
}
