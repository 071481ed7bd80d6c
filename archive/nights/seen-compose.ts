import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import { storable } from '../schema/storable.ts'

/** A compose, as a look saw it. */
export interface SeenCompose {
  readonly id: string
  readonly stream: string
  readonly label: string | null
  /** The word of its STATUS, as it was seen. */
  readonly state: string
  readonly url: string
  /** ISO. */
  readonly at: string
}

/** Writes down that a compose was seen; what was seen last counts, whatever the order of the writes. */
export async function seenCompose(db: ArchiveDb, seen: SeenCompose): Promise<void> {
  const { id, stream, label, state, url, at } = seen
  await sql`
    insert into composes as known (id, stream, label, state, url, first_seen, last_seen)
    values (${id}, ${stream}, ${label === null ? null : storable(label)}, ${storable(state)}, ${storable(url)}, ${at}, ${at})
    on conflict (id) do update set
      first_seen = least(known.first_seen, excluded.first_seen),
      last_seen = greatest(known.last_seen, excluded.last_seen),
      label = case when excluded.last_seen < known.last_seen then coalesce(known.label, excluded.label)
        else coalesce(excluded.label, known.label) end,
      state = case when excluded.last_seen < known.last_seen then known.state else excluded.state end,
      url = case when excluded.last_seen < known.last_seen then known.url else excluded.url end`.execute(db)
}
