import type { ComposeTree } from '../../clients/compose-tree.ts'
import { dateOf, undashed } from '../../compose/naming/calendar.ts'
import { formatComposeId, type ComposeId } from '../../compose/naming/compose-id.ts'
import { Garbled } from '../../compose/garbled.ts'
import { composeUrlOf } from '../../compose/places/location.ts'
import type { Sites } from '../../compose/places/sites.ts'
import type { DueWindow } from '../../compose/streams/due-window.ts'

/** Where composes are, to ask when they started. */
export interface StartSource {
  readonly tree: ComposeTree
  readonly sites: Sites
}

/** Whether a compose may have started in a window, by the date of its id. */
export function mayBeIn({ date }: ComposeId, { from, until }: DueWindow): boolean {
  return date >= dayOf(from) && date <= dayOf(until)
}

/**
 * The newest of some composes that started in a window; null if none did. The ids come with the oldest first,
 * and those before a compose that started too soon started even sooner: so mostly one is asked.
 * @throws ClientFailure or Garbled if nobody can tell when one started
 */
export async function newestIn(
  source: StartSource,
  ids: readonly ComposeId[],
  { from, until }: DueWindow,
): Promise<ComposeId | null> {
  for (const id of ids.toReversed()) {
    const started = await startOf(source, id)
    if (started < from) return null
    if (started < until) return id
  }
  return null
}

/**
 * When a compose started, ISO: Pungi writes COMPOSE_ID first, and never again. Its time is in the answer of
 * the server, or else in the index of the folder.
 * @throws ClientFailure or Garbled if nobody can tell
 */
export async function startOf({ tree, sites }: StartSource, id: ComposeId): Promise<string> {
  const folder = composeUrlOf(id, sites)
  const { changedAt } = await tree.readAged(`${folder}/COMPOSE_ID`)
  return changedAt ?? timeInIndex(await tree.read(`${folder}/`), formatComposeId(id))
}

/** Apache writes its index in the time of its machine, which is UTC in Fedora. */
const listed = /<a href="COMPOSE_ID">[^\n]{0,200}?(\d{4}-\d\d-\d\d) (\d\d:\d\d)/

function timeInIndex(index: string, compose: string): string {
  const [, date, time] = listed.exec(index) ?? []
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time}:00Z`)
  if (!Number.isNaN(at)) return new Date(at).toISOString()
  throw new Garbled(
    `the time of COMPOSE_ID of ${compose}, which tells in which due window it started`,
    'no Last-Modified, and no time in the index of its folder',
  )
}

function dayOf(iso: string): string {
  return undashed(dateOf(new Date(iso)))
}
