import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import { storable } from '../schema/storable.ts'
import type { NightRun, RunEnd } from './night-run.ts'

/**
 * Files a run, once. A new Temporal run of the same night takes it over, and it is open again.
 * Everything that writes about a run does this first: the archive may have been away when the run began.
 */
export async function openRun(db: ArchiveDb, run: NightRun, at: string): Promise<void> {
  const { id, temporalRun, stream, date, due } = run
  await sql`
    insert into runs (id, temporal_run, stream, date, due, opened_at)
    values (${id}, ${temporalRun}, ${stream}, ${date}, ${due}, ${at})
    on conflict (id) do update set temporal_run = excluded.temporal_run, closed_at = null, no_report = null
    where runs.temporal_run <> excluded.temporal_run`.execute(db)
}

/** Writes down how a run ended. Done again it changes nothing. */
export async function closeRun(db: ArchiveDb, run: NightRun, end: RunEnd): Promise<void> {
  await openRun(db, run, end.at)
  const noReport = end.noReport === null ? null : storable(end.noReport)
  await sql`
    update runs set closed_at = ${end.at}, outcome = ${end.outcome}, verdict = ${end.verdict},
      compose = coalesce(${end.compose}, compose), no_report = ${noReport}
    where id = ${run.id} and closed_at is null`.execute(db)
}
