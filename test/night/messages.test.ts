import { expect, test } from 'vitest'
import { compose } from '../../lab/usual.ts'
import { hearMessages } from '../../workers/bus/hear-messages.ts'
import { startNight } from '../../workers/start-night.ts'
import { briefly } from './brief.ts'
import { setStage, withWorker, type Stage } from './stage.ts'

const prefix = 'org.fedoraproject.prod'
const hour = 3_600_000
/** Workers agree on one look by the clock: where a minute ends between two of them, there are two looks. */
const withinDay = { foldMs: 24 * hour, listMs: 2000 }
const silent = { heard: () => undefined, count: () => undefined }

/** Events of workflow tasks, of which a slow machine makes more. */
const ofTasks = [
  'workflowTaskScheduledEventAttributes',
  'workflowTaskStartedEventAttributes',
  'workflowTaskCompletedEventAttributes',
  'workflowTaskTimedOutEventAttributes',
  'workflowTaskFailedEventAttributes',
] as const

/** A night that looks for its compose once an hour, and has looked. */
async function waitingNight({ client, settings, date }: Stage) {
  const slow = { deadlineMs: 6 * hour, lapMs: 6 * hour, lookMs: hour }
  const { workflowId } = await startNight(client, {
    night: { stream: 'rawhide', date },
    patience: { ...settings.patience, find: slow },
    taskQueue: settings.task_queue,
  })
  const handle = client.workflow.getHandle(workflowId)
  await expect
    .poll(async () => JSON.stringify((await handle.describe()).raw))
    .toContain('next look in 60 min')
  const eventsOf = async () => (await handle.fetchHistory()).events ?? []
  return {
    handle,
    looks: async () => {
      const events = await eventsOf()
      return events.filter(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled).length
    },
    nudges: async () => {
      const events = await eventsOf()
      return events.filter(
        ({ workflowExecutionSignaledEventAttributes: signaled }) => signaled?.signalName === 'composeChanged',
      ).length
    },
    length: async () => (await handle.describe()).historyLength,
    deeds: async () => {
      const events = await eventsOf()
      return events.filter((event) => ofTasks.every((name) => !event[name])).length
    },
  }
}

test('several workers that hear the same messages have a night look once', async () => {
  await using stage = await setStage(briefly('heard-by-three', [compose({ later: 400 })]), '2027-05-03')
  const { client, settings, date } = stage
  const counts: string[] = []
  const metrics = { ...silent, count: (kind: string, outcome: string) => counts.push(`${kind} ${outcome}`) }
  const workers = Array.from({ length: 3 }, () =>
    hearMessages({ client, settings, topicPrefix: prefix, metrics }, withinDay),
  )

  await withWorker(stage, async () => {
    const { handle, looks, nudges, deeds } = await waitingNight(stage)
    await expect
      .poll(
        async () =>
          (await client.workflow.count(`WorkflowId = '${handle.workflowId}' AND Stage = 'find'`)).count,
      )
      .toBe(1)
    const before = await deeds()
    const looked = await looks()
    const body = JSON.stringify({ compose_id: `Fedora-Rawhide-${date.replaceAll('-', '')}.n.0` })
    for (const worker of workers) {
      worker.take(`${prefix}.pungi.compose.status.change`, body)
      worker.take(`${prefix}.pungi.compose.status.change`, body)
    }
    await expect.poll(() => counts.filter((each) => each === 'compose nudged').length).toBe(3)
    // One look at once, and after it a lap of looks as before.
    await expect.poll(looks).toBe(looked + 2)

    expect(await nudges()).toBe(1)
    expect((await deeds()) - before).toBeLessThanOrEqual(8)
    await handle.terminate('the test is over')
  })
  await Promise.all(workers.map((worker) => worker.stop()))
})

test('messages that are made up start nothing, and leave a long history alone', async () => {
  await using stage = await setStage(briefly('forged', [compose({ later: 400 })]), '2027-05-04')
  const { client, settings, date } = stage
  const counts = new Map<string, number>()
  const count = (_: string, outcome: string) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const times = { foldMs: 20, listMs: 10 }
  const messages = hearMessages(
    { client, settings, topicPrefix: prefix, metrics: { ...silent, count } },
    times,
  )

  await withWorker(stage, async () => {
    const { handle, length } = await waitingNight(stage)
    const query = `TaskQueue = '${settings.task_queue}'`
    const runs = (await client.workflow.count(query)).count
    const day = date.replaceAll('-', '')
    for (let nth = 0; (counts.get('spent') ?? 0) < 3; nth += 1) {
      for (const id of [`Fedora-Rawhide-${day}.n.${nth}`, `Fedora-44-2026080${nth % 9}.${nth}`])
        messages.take(`${prefix}.pungi.compose.status.change`, JSON.stringify({ compose_id: id }))
      await new Promise((resolve) => setTimeout(resolve, 30))
    }

    expect(counts.get('nudged')).toBeGreaterThan(2)
    expect(await length()).toBeLessThan(90)
    expect((await client.workflow.count(query)).count).toBe(runs)
    await handle.terminate('the test is over')
  })
  await messages.stop()
})
