import type { Client } from '@temporalio/client'
import { candidates } from '../../compose/naming/candidate.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { askArchive, noDatabase } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'
import { nightOfMoment } from '../due.ts'
import { newestRun, type DescribedRun } from './known-night.ts'

/**
 * Which night of a stream an order is about: the newest with a report, the one that runs, or the one that
 * runs and, if there is none, the newest that is open.
 */
export type MeantNight = 'reported' | 'running' | 'running or open'

/** The night of a stream that is meant, or why it is none. */
export type NightOfStream =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }

/** A night whose workflow has not ended. */
export interface LiveNight {
  readonly id: string
  readonly run: DescribedRun
}

/**
 * The night of a stream that an order without a date is about. Rawhide's next night opens before anybody has
 * read the mail on the last one, so tonight's is not always meant. @throws ArchiveAway
 */
export async function nightOfStream(
  client: Client,
  settings: Settings,
  stream: Stream,
  meant: MeantNight,
): Promise<NightOfStream> {
  if (meant === 'reported') return await newestReported(settings, stream)
  const tonight = nightId(nightOfMoment(settings, stream, Date.now()))
  return pickLive(await liveNights(client, stream, tonight), stream, meant)
}

async function newestReported(settings: Settings, stream: Stream): Promise<NightOfStream> {
  const reported = await askArchive(settings, async (archive) => {
    const nights = await archive.nights({ stream, limit: 50 })
    return { newest: nights.find(({ edition }) => edition !== null) ?? null }
  })
  if (reported === null) return { kind: 'none', why: noDatabase }
  const { newest } = reported
  if (newest !== null) return { kind: 'one', id: newest.run }
  return { kind: 'none', why: `no night of ${stream} has a report yet` }
}

/** The nights of a stream that have not ended. As the list is a moment late, tonight's is asked for. */
async function liveNights(client: Client, stream: Stream, tonight: string): Promise<readonly LiveNight[]> {
  const ids = new Set([tonight])
  const prefix = stream === candidates ? `${stream}/` : `nightly/${stream}/`
  const query = `WorkflowType = 'nightly' AND ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${prefix}'`
  for await (const { workflowId } of client.workflow.list({ query })) ids.add(workflowId)
  const runs = await Promise.all([...ids].map(async (id) => ({ id, run: await newestRun(client, id) })))
  return runs.flatMap(({ id, run }) => (run?.status === 'RUNNING' ? [{ id, run }] : []))
}

/** Of the nights that have not ended, the one that is meant. */
export function pickLive(
  live: readonly LiveNight[],
  stream: Stream,
  meant: Exclude<MeantNight, 'reported'>,
): NightOfStream {
  const running = live.filter(({ run }) => run.stage !== 'watch').map(({ id }) => id)
  const [only, ...more] = running
  if (only !== undefined) return more.length === 0 ? { kind: 'one', id: only } : several(running)
  const [open] = live.toSorted((a, b) => ageOf(b).localeCompare(ageOf(a)))
  if (open === undefined) return { kind: 'none', why: `no night of ${stream} runs or is open` }
  if (meant === 'running or open') return { kind: 'one', id: open.id }
  return { kind: 'none', why: `no night of ${stream} runs; ${open.id} is open, and has reported` }
}

function several(ids: readonly string[]): NightOfStream {
  return { kind: 'several', ids: ids.toSorted() }
}

function ageOf({ run: { due, startedAt } }: LiveNight): string {
  return `${due} ${startedAt}`
}
