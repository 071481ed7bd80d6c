import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import { storable } from '../schema/storable.ts'

/**
 * How the delivery of an edition to one recipient stands. `waiting` it is tried again; `delivered` it was
 * taken; `refused` for good; `unknown` handed over, and the answer never came; `skipped` it is not for them.
 */
export type DeliveryState = 'waiting' | 'delivered' | 'refused' | 'unknown' | 'skipped'

/** The delivery of an edition on a channel to one recipient. */
export interface Delivery {
  readonly run: string
  readonly edition: number
  readonly channel: string
  readonly recipient: string
  readonly state: DeliveryState
  readonly messageId: string | null
  /** What the other side said; empty where it said nothing. */
  readonly why: string
  /** Tries so far. */
  readonly attempts: number
  /** ISO, of the last try. */
  readonly at: string
}

/**
 * Writes down how a delivery stands. The mark needs no edition in the archive, which may have been away when
 * it was made. What was delivered stays delivered, and an older try does not undo a newer one.
 */
export async function delivered(db: ArchiveDb, delivery: Delivery): Promise<void> {
  const { run, edition, channel, recipient, state, messageId, why, attempts, at } = delivery
  await sql`
    insert into deliveries as known
      (run, edition, channel, recipient, state, message_id, why, attempts, first_at, at)
    values (${run}, ${edition}, ${channel}, ${recipient}, ${state}, ${messageId}, ${storable(why)}, ${attempts}, ${at}, ${at})
    on conflict (run, edition, channel, recipient) do update set
      state = excluded.state, message_id = coalesce(excluded.message_id, known.message_id), why = excluded.why,
      attempts = excluded.attempts, at = excluded.at
    where known.state <> 'delivered' and known.attempts <= excluded.attempts`.execute(db)
}

const columns = sql`run, edition, channel, recipient, state, message_id as "messageId", why, attempts, at`

/** Every delivery of a run, by edition, channel and recipient. */
export async function deliveriesOf(db: ArchiveDb, run: string): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${columns} from deliveries where run = ${run} order by edition, channel, recipient`.execute(db)
  return rows
}

/** What was refused on a channel since an ISO time, the last first; at most a hundred. */
export async function refusedOn(db: ArchiveDb, channel: string, since: string): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${columns} from deliveries where channel = ${channel} and state = 'refused' and at >= ${since}
    order by at desc limit 100`.execute(db)
  return rows
}
