import type { Client } from '@temporalio/client'
import type { NightQueue } from '../temporal/queues.ts'
import { ok, problem, type Diagnosis } from './diagnosis.ts'
import { pollersOf, type Poller } from './pollers.ts'

/** Temporal's numbers for what waits on a queue. */
const numbers = { workflows: 1, activities: 2 } as const

/** Whether a worker serves a task queue. */
export async function examineQueue(
  client: Client,
  { name: queue, served, work: kinds }: NightQueue,
): Promise<Diagnosis> {
  const asked = await Promise.all(
    kinds.map(async (work) => ({ work, pollers: await pollersOf(client, queue, numbers[work]) })),
  )
  const about = `worker of ${queue}`
  const unserved = asked.filter(({ pollers }) => !pollers.some(({ isAlive }) => isAlive))
  if (unserved.length === 0) {
    const seen = Math.min(...asked.flatMap(({ pollers }) => lastMs(pollers) ?? []))
    return ok(
      about,
      `one polls the task queue, last seen ${Math.max(0, Math.round((Date.now() - seen) / 1000))} s ago`,
    )
  }
  const before = unserved.flatMap(({ pollers }) => lastMs(pollers) ?? [])
  const since =
    before.length === 0 ? '' : ` since ${new Date(Math.max(...before)).toISOString().slice(0, 19)}Z`
  const said = `no worker polls the task queue ${queue} for ${unserved.map(({ work }) => work).join(' and ')}${since}`
  return problem(
    about,
    said,
    `start one: systemctl start nightjar-worker@9464, or bin/nightjar worker --queues ${served}; its log says why it ended`,
  )
}

/** When a worker was last heard of; null where none was lately. */
function lastMs(pollers: readonly Poller[]): number | null {
  return pollers.length === 0 ? null : Math.max(...pollers.map((poller) => poller.lastMs))
}
