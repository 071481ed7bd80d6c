import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { nameOfNight } from '../../compose/naming/night.ts'
import { parseJobsOfBuild } from '../../jobs/results/parse-jobs.ts'
import { inWords } from '../../workflows/orders/in-words.ts'
import type { Order } from '../../workflows/orders/order.ts'
import { refusalOf } from '../../workflows/orders/refusal.ts'
import { askArchive } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { openQaToRead } from '../openqa-to-read.ts'
import { startCommandOf } from './how-to-start.ts'
import type { KnownNight } from './known-night.ts'
import { lastResult } from './last-result.ts'
import type { GivenOrder } from './order-outcome.ts'
import { standsOfEnded } from './stands-of-night.ts'
import { takeOver } from './take-over.ts'

/** A run that has ended, and is to be taken over by one that carries an order out. */
export interface ReadyTakeover {
  readonly kind: 'ready'
  readonly result: NightResult
  /** Temporal's id of the run that has ended. */
  readonly run: string
}

/** Whether a night whose run has ended can be ordered something, or why it cannot. */
export async function readyToTakeOver(
  client: Client,
  settings: Settings,
  night: KnownNight,
  order: Order,
): Promise<ReadyTakeover | { readonly kind: 'refused'; readonly why: string }> {
  const result = await lastResult(client, settings, night)
  const { compose, run } = night
  const stands = standsOfEnded({ compose, endedAt: run?.endedAt ?? null }, result)
  const why = refusalOf(order, stands, Date.now())
  if (result === null && (order.name === 'rerun' || order.name === 'accept'))
    return {
      kind: 'refused',
      why: `it ended without a report; to start it again: ${startCommandOf(night.id)}`,
    }
  if (why !== null) return { kind: 'refused', why: withNight(why, night.id) }
  if (result === null) return { kind: 'refused', why: 'it has ended' }
  const gone = await whyNoJobs(settings, order, result)
  if (gone !== null) return { kind: 'refused', why: gone }
  return { kind: 'ready', result, run: run?.runId ?? (await runInArchive(settings, night.id)) }
}

/** Starts the run that takes over; null if another one was started meanwhile. */
export function carryOn(
  client: Client,
  settings: Settings,
  { id, due }: KnownNight,
  { run, result }: ReadyTakeover,
  { given, order }: { readonly given: GivenOrder; readonly order: Order },
): Promise<string | null> {
  const first = { ...given.request, name: order.name, id: order.id }
  return takeOver(client, settings, { id, run, forgotten: due, result, order: first })
}

/** What a new run does, in one sentence. */
export function saidOfNewRun(order: Order): string {
  return `a new run takes over: ${inWords(order)}`
}

/** A refusal names the command that helps in full. */
function withNight(why: string, id: string): string {
  return why
    .replace(/: rerun( --all)?$/, `: nightjar rerun ${nameOfNight(id)}$1`)
    .replace(/: start$/, `: ${startCommandOf(id)}`)
}

/**
 * A run without its plan plans again, and posts what openQA does not have: not what was asked for, where that
 * was to run jobs again.
 */
async function whyNoJobs(settings: Settings, order: Order, { left }: NightResult): Promise<string | null> {
  if (order.name !== 'rerun' || order.what.kind === 'stage') return null
  const { compose = null, plan, posts } = left?.ending ?? {}
  if (compose === null || plan !== undefined || posts === undefined) return null
  const jobs = parseJobsOfBuild(compose, await openQaToRead(settings).jobsOfBuild(compose))
  return jobs.length === 0
    ? 'openQA has no job of this compose any more; --from schedule posts it again'
    : null
}

async function runInArchive(settings: Settings, id: string): Promise<string> {
  const lines = await askArchive(settings, (archive) => archive.nights({ run: id, limit: 1 }))
  return lines?.[0]?.temporalRun ?? ''
}
