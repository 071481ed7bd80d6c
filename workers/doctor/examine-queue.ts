import type { Client } from '@temporalio/client'
import type { NightQueue } from '../temporal/queues.ts'
import { ok, problem, type Diagnosis } from './diagnosis.ts'

/** Temporal's numbers for what waits on a queue. */
const numbers = { workflows: 1, activities: 2 } as const

/** A worker asks at least once a minute; Temporal lists one that is gone for five. */
const silentMs = 90_000

/** Whether a worker serves a task queue. */
export async function examineQueue(
  client: Client,
  { name: queue, served, work: kinds }: NightQueue,
): Promise<Diagnosis> {
  const asked = await Promise.all(
    kinds.map(async (work) => ({ work, lastMs: await lastPollMs(client, queue, numbers[work]) })),
  )
  const about = `worker of ${queue}`
  const unserved = asked.filter(({ lastMs }) => lastMs === null || Date.now() - lastMs > silentMs)
  if (unserved.length === 0) return ok(about, 'one polls the task queue')
  const before = unserved.flatMap(({ lastMs }) => lastMs ?? [])
  const since =
    before.length === 0 ? '' : ` since ${new Date(Math.max(...before)).toISOString().slice(0, 19)}Z`
  const said = `no worker polls the task queue ${queue} for ${unserved.map(({ work }) => work).join(' and ')}${since}`
  return problem(
    about,
    said,
    `start one: systemctl start nightjar-worker@9464, or bin/nightjar worker --queues ${served}; its log says why it ended`,
  )
}

/** When a worker last asked for work; null where none did lately. */
async function lastPollMs(client: Client, name: string, taskQueueType: 1 | 2): Promise<number | null> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name },
    taskQueueType,
  })
  const times = pollers.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000)
  return times.length === 0 ? null : Math.max(...times)
}
