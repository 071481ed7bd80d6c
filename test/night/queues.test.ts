import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import { expect, inject, test } from 'vitest'
import { createActivities } from '../../activities/index.ts'
import type { Guard } from '../../lab/gates/spoil.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { createNightWorkers } from '../../workers/process/night-workers.ts'
import { servedNames, type Served } from '../../workers/process/served.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { makeTools } from '../../workers/tools.ts'
import { services } from '../../workflows/queues.ts'
import { smallCompose } from './small-night.ts'
import { setSmallStage, type SmallStage } from './small-stage.ts'
import { workflowBundle } from './stage.ts'

// A read may take a quarter of a call: longer than the test.
const patience = { call: '40 min', act: '40 min', send: '40 min' }

function dateOf(nth: number): string {
  return `2036-03-${String(10 + nth)}`
}

test('every activity is on the queue of the nights or of a service that workers serve', () => {
  const used = new Set(Object.values(services).map((service) => service ?? 'nights'))

  expect([...used].toSorted()).toEqual([...servedNames].toSorted())
})

test('a Koji that never answers takes all its slots, and a night at openQA reports all the same', async () => {
  let waiting = 0
  let isDead = false
  const { promise: over, resolve: release } = Promise.withResolvers<void>()
  const guard: Guard = ({ service }) => {
    if (service !== 'koji' || !isDead) return null
    waiting += 1
    return { when: 'before', how: 'reset', meanwhile: () => over }
  }
  const nights = [0, 1, 2, 3].map((nth) => ({ stream: 'rawhide', date: dateOf(nth) }) as const)
  const [first, ...others] = nights
  if (first === undefined) return
  const composes = nights.map((night) => smallCompose(night, []))
  const taskQueue = `queues-${randomUUID()}`
  await using stage = await setSmallStage(composes, { taskQueue, guard, patience })
  await withWorkers(stage, servedNames, async (start, client) => {
    const id = await start(first)
    await expect.poll(() => stage.lab.openqa.posts().length, { timeout: 60_000 }).toBeGreaterThan(0)
    isDead = true
    await Promise.all(others.map(start))
    await expect.poll(() => waiting, { timeout: 60_000 }).toBeGreaterThanOrEqual(slots)

    const { verdict } = await awaitNight(client, id)

    expect(verdict).toBe('passed')
    expect(waiting).toBe(slots)
    release()
  })
})

test('workers that share the queues between them test a night together', async () => {
  const night = { stream: 'rawhide', date: dateOf(9) } as const
  const taskQueue = `queues-${randomUUID()}`
  await using stage = await setSmallStage([smallCompose(night, [])], { taskQueue, guard: passing, patience })
  await withWorkers(stage, ['nights', 'trees'], async (start, client) => {
    const id = await start(night)
    await withWorkers(stage, ['koji', 'openqa'], async () => {
      const { verdict } = await awaitNight(client, id)

      expect(verdict).toBe('passed')
    })
  })
})

const slots = 2

const passing: Guard = () => null

type Night = Parameters<typeof smallCompose>[0]

/** Runs workers for some queues, each with few slots, as long as something lasts. */
async function withWorkers(
  bare: SmallStage,
  serves: readonly Served[],
  act: (start: (night: Night) => Promise<string>, client: Client) => Promise<void>,
): Promise<void> {
  const { settings, archive } = bare
  const address = inject('temporalAddress')
  const connection = await NativeConnection.connect({ address })
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const workers = await createNightWorkers({
    connection,
    taskQueue: settings.task_queue,
    serves,
    workflowBundle: workflowBundle(),
    activities: createActivities(makeTools(settings, archive)),
    maxConcurrentActivityTaskExecutions: slots,
  })
  try {
    await workers.runUntil(() =>
      act(async (night) => {
        const { patience: limits, task_queue: taskQueue } = settings
        return (await startNight(client, { night, patience: limits, taskQueue })).workflowId
      }, client),
    )
  } finally {
    await Promise.all([connection.close(), client.connection.close()])
  }
}
