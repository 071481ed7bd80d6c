import { setTimeout as sleep } from 'node:timers/promises'
import { nightId, type Night } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import { actionsOf, sumOf } from '../actions.ts'
import { setWaitingStage, type WaitingStage } from './stage.ts'
import { usageOf } from './usage.ts'

/** What a number of nights cost while they wait for composes that never finish. */
export interface WaitingCost {
  readonly nights: number
  /** Bytes of the worker process: before the first night, and while all wait. */
  readonly base: number
  readonly memory: number
  /** Of one core. */
  readonly cpu: number
  /** The same of the Temporal server. */
  readonly server: { readonly memory: number; readonly cpu: number }
  /** Requests a minute, by what they are for. */
  readonly requests: ReadonlyMap<string, number>
  /** Temporal's actions of all nights in a minute: what Temporal Cloud asks money for. */
  readonly actions: number
  /** History events of a night so far, on average of some. */
  readonly events: number
}

const minute = 60_000

/** A round of looks: the nights begin in so many milliseconds, so that their looks are spread evenly. */
const roundMs = 2 * minute

/** Has so many nights wait, and measures one round of their looks. */
export async function weighWaiting(count: number): Promise<WaitingCost> {
  const nights = nightsFrom2032(count)
  await using stage = await setWaitingStage(nights)
  await sleep(5000)
  const base = usageOf(stage.worker.pid).memory
  await startAll(stage, nights)
  while (stage.tree.asked() < count) await sleep(100)
  await sleep(20_000)
  return { nights: count, base, ...(await measure(stage)), events: await eventsOf(stage, nights) }
}

async function measure({ worker, temporal, tree }: WaitingStage) {
  const before = {
    worker: usageOf(worker.pid),
    server: usageOf(temporal.pid),
    asked: new Map(tree.requests),
    actions: sumOf(await actionsOf(temporal)),
  }
  const since = performance.now()
  await sleep(roundMs)
  const seconds = (performance.now() - since) / 1000
  const [own, server] = [usageOf(worker.pid), usageOf(temporal.pid)]
  const asked = [...tree.requests].map(
    ([name, all]) => [name, ((all - (before.asked.get(name) ?? 0)) / seconds) * 60] as const,
  )
  return {
    memory: own.memory,
    cpu: (own.cpu - before.worker.cpu) / seconds,
    server: { memory: server.memory, cpu: (server.cpu - before.server.cpu) / seconds },
    requests: new Map(asked),
    actions: ((sumOf(await actionsOf(temporal)) - before.actions) / seconds) * 60,
  }
}

/** Starts the nights at even intervals. */
async function startAll({ client, settings }: WaitingStage, nights: readonly Night[]): Promise<void> {
  const { patience, task_queue: taskQueue } = settings
  const since = performance.now()
  const started = []
  for (const [nth, night] of nights.entries()) {
    await sleep(Math.max(0, since + (nth * roundMs) / nights.length - performance.now()))
    started.push(startNight(client, { night, patience, taskQueue }))
  }
  await Promise.all(started)
}

async function eventsOf({ client }: WaitingStage, nights: readonly Night[]): Promise<number> {
  const some = nights.slice(0, 10)
  const lengths = await Promise.all(
    some.map(async (night) => (await client.workflow.getHandle(nightId(night)).describe()).historyLength),
  )
  return lengths.reduce((sum, length) => sum + length, 0) / some.length
}

/** That many nights. They are to come, so no stage of them is late. */
function nightsFrom2032(count: number): readonly Night[] {
  return Array.from({ length: count }, (_, nth) => ({
    stream: 'rawhide',
    date: new Date(Date.UTC(2032, 0, 1 + nth)).toISOString().slice(0, 10),
  }))
}
