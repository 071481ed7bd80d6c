import { sql } from 'kysely'
import type { NightDate } from '../../compose/naming/night.ts'
import { dueSpan } from '../../compose/naming/night-date.ts'
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
export interface AcceptingNight extends NightDate {
  readonly run: string
}

/**
 * What was accepted that counts for a night of a stream, and what has ended since the stream's last night
 * with tests, on which it still counted: that of one night with it, that of a time with its last date.
 */
export async function acceptancesOf(
  db: ArchiveDb,
  stream: string,
  night: AcceptingNight,
): Promise<readonly Acceptance[]> {
  const { run, date } = night
  const { from, to } = dueSpan(night)
  const { rows } = await sql<Acceptance>`
    with last as (
      select date, due from runs
      where stream = ${stream} and due < ${from}
        and exists (select from editions where run = runs.id and tests > 0 and editions.compose is not null)
      order by due desc limit 1)
    select taken."order", taken.run, kind, name, modules, by, why, at, until
    from acceptances as taken join runs on runs.id = taken.run
    where taken.stream = ${stream} and (
      (taken.run = ${run} and until is null)
      or (until >= ${date} and runs.due < ${to})
      or (until < ${date} and until >= (select date from last))
      or (until is null and runs.due < ${from} and runs.due >= (select due from last)))
    order by at, taken.run, "order", kind, name`.execute(db)
  return rows
}
