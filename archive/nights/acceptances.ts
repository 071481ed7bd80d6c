import { sql } from 'kysely'
import type { Acceptance } from '../../report/order.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { storableRows } from '../schema/storable.ts'
import type { NightRun } from './night-run.ts'
import { openRun } from './open-run.ts'

/** Writes acceptances down. Done again it changes nothing. */
export async function accept(
  db: ArchiveDb,
  run: NightRun,
  acceptances: readonly Acceptance[],
): Promise<void> {
  const [first] = acceptances
  if (first === undefined) return
  await openRun(db, run, first.at)
  await sql`
    insert into acceptances (run, "order", kind, name, stream, modules, by, why, at, until)
    select ${run.id}, "order", kind, name, ${run.stream}, modules, by, why, at, until
    from json_to_recordset(${storableRows(acceptances)}::json) as given
      ("order" text, kind text, name text, modules jsonb, by text, why text, at timestamptz, until date)
    on conflict do nothing`.execute(db)
}

/** The run of a night, and its date. */
export interface AcceptingNight {
  readonly run: string
  readonly date: string
}

/**
 * What was accepted that counts for a night of a stream, and what has ended since the stream's last night
 * with tests, on which it still counted: that of one night with it, that of a time with its last date.
 */
export async function acceptancesOf(
  db: ArchiveDb,
  stream: string,
  { run, date }: AcceptingNight,
): Promise<readonly Acceptance[]> {
  const { rows } = await sql<Acceptance>`
    with last as (
      select date from runs
      where stream = ${stream} and date < ${date}
        and exists (select from editions where run = runs.id and tests > 0 and editions.compose is not null)
      order by due desc limit 1)
    select taken."order", taken.run, kind, name, modules, by, why, at, until
    from acceptances as taken join runs on runs.id = taken.run
    where taken.stream = ${stream} and (
      (taken.run = ${run} and until is null)
      or (until >= ${date} and runs.date <= ${date})
      or (coalesce(until, runs.date) < ${date} and coalesce(until, runs.date) >= (select date from last)))
    order by at, taken.run, "order", kind, name`.execute(db)
  return rows
}
