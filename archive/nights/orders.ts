import { sql } from 'kysely'
import { orderNames, type NightOrder } from '../../report/order.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { storable } from '../schema/storable.ts'
import type { NightRun } from './night-run.ts'
import { openRun } from './open-run.ts'

/** Writes an order down. Done again it changes nothing but to say what came of it, once that is known. */
export async function orderTaken(db: ArchiveDb, run: NightRun, order: NightOrder): Promise<void> {
  const { id, name, at, by, why, asked, became } = order
  await openRun(db, run, at)
  await sql`
    insert into orders as known (run, id, name, at, by, why, asked, became)
    values (${run.id}, ${storable(id)}, ${name}, ${at}, ${orNull(by)}, ${orNull(why)}, ${storable(asked)}, ${storable(became)})
    on conflict (run, id) do update set
      name = excluded.name, at = excluded.at, by = excluded.by, why = excluded.why, asked = excluded.asked,
      became = case when excluded.became = '' then known.became else excluded.became end`.execute(db)
}

/** The orders that a run took, the first first. */
export async function ordersOf(db: ArchiveDb, run: string): Promise<readonly NightOrder[]> {
  const { rows } = await sql<NightOrder>`
    select id, name, at, by, why, asked, became from orders
    where run = ${run} and name = any(${orderNames}) order by at, id`.execute(db)
  return rows
}

function orNull(text: string | null): string | null {
  return text === null ? null : storable(text)
}
