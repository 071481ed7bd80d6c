import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { inWords } from '../../workflows/orders/in-words.ts'
import type { Order } from '../../workflows/orders/order.ts'
import { readOrder } from '../../workflows/orders/read-order.ts'
import { refusalOf } from '../../workflows/orders/refusal.ts'
import type { Settings } from '../config/config.ts'
import { newestRun, type DescribedRun, type KnownNight } from './known-night.ts'
import { carryOn, readyToTakeOver, saidOfNewRun } from './order-ended.ts'
import type { GivenOrder, OrderOutcome } from './order-outcome.ts'
import { answerMs, sendUpdate } from './send-update.ts'
import { standsOfRunning } from './stands-of-night.ts'

const nobodyTookIt = `no worker took it within ${answerMs / 1000} s; it will not be carried out later`
const nobodyCanTell = `no worker answers within ${answerMs / 1000} s, so nobody can tell`

interface Giving {
  readonly client: Client
  readonly settings: Settings
  readonly night: KnownNight
  readonly given: GivenOrder
  readonly order: Order
}

/**
 * Gives an order to a night: as an Update to one that runs; for one that has ended, as the input of a run
 * that takes it over. Of two people who order at once one wins, and the other order goes to the winner's run.
 * A run takes what has the same `id` once.
 * @throws ArchiveAway
 */
export async function giveOrder(
  client: Client,
  settings: Settings,
  night: KnownNight,
  given: GivenOrder,
  id: string = randomUUID(),
): Promise<OrderOutcome> {
  const order = read(given, id)
  if (typeof order === 'string') return { kind: 'refused', night: night.id, said: order }
  return await give({ client, settings, night, given, order }, 2)
}

/** Whether a night would take an order, and what it would then do. Nothing is sent. @throws ArchiveAway */
export async function wouldTake(
  client: Client,
  settings: Settings,
  night: KnownNight,
  given: GivenOrder,
): Promise<OrderOutcome> {
  const said = (kind: 'would be refused' | 'would be taken' | 'not taken', sentence: string) =>
    ({ kind, night: night.id, said: sentence }) as const
  const order = read(given, 'dry-run')
  if (typeof order === 'string') return said('would be refused', order)
  if (night.run?.status === 'RUNNING') {
    const stands = await standsOfRunning(client, night.id, night.run.runId)
    if (stands === null) return said('not taken', nobodyCanTell)
    const why = refusalOf(order, stands, Date.now())
    return why === null ? said('would be taken', inWords(order)) : said('would be refused', why)
  }
  const ready = await readyToTakeOver(client, settings, night, order)
  if (ready.kind === 'refused') return said('would be refused', ready.why)
  return said('would be taken', saidOfNewRun(order))
}

async function give(giving: Giving, triesLeft: number): Promise<OrderOutcome> {
  const { night } = giving
  const { id: nightId, run } = night
  const outcome = run?.status === 'RUNNING' ? await giveRunning(giving, run) : await giveEnded(giving)
  if (outcome !== null) return outcome
  // Meanwhile the run ended, or somebody started one.
  if (triesLeft === 0) return { kind: 'refused', night: nightId, said: 'its runs end and begin; try again' }
  const now = await newestRun(giving.client, nightId)
  return await give({ ...giving, night: { ...night, run: now } }, triesLeft - 1)
}

async function giveRunning(
  { client, night: { id: night }, given, order }: Giving,
  { runId }: DescribedRun,
): Promise<OrderOutcome | null> {
  const answer = await sendUpdate(client, { workflowId: night, runId }, given, order.id)
  switch (answer.kind) {
    case 'taken':
      return { kind: 'taken', night, id: order.id, run: runId, isNewRun: false, said: answer.said }
    case 'refused':
      return { kind: 'refused', night, said: answer.said }
    case 'not taken':
      return { kind: 'not taken', night, said: nobodyTookIt }
    case 'over':
      return null
    default:
      return answer satisfies never
  }
}

async function giveEnded({ client, settings, night, given, order }: Giving): Promise<OrderOutcome | null> {
  const ready = await readyToTakeOver(client, settings, night, order)
  if (ready.kind === 'refused') return { kind: 'refused', night: night.id, said: ready.why }
  const run = await carryOn(client, settings, night, ready, { given, order })
  if (run === null) return null
  return { kind: 'taken', night: night.id, id: order.id, run, isNewRun: true, said: saidOfNewRun(order) }
}

/** Reads an order as the night would; what is wrong with it where it cannot be read. */
function read({ name, request }: GivenOrder, id: string): Order | string {
  try {
    return readOrder(name, request, { id, now: Date.now() })
  } catch (error) {
    if (error instanceof ApplicationFailure) return error.message
    throw error
  }
}
