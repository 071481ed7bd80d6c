import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import { storable } from '../schema/storable.ts'
import type { NightRun } from './night-run.ts'
import { openRun } from './open-run.ts'

/** The last thing that a stage of a night heard. */
export interface Heard {
  readonly stage: string
  readonly said: string
  /** ISO. */
  readonly at: string
}

/**
 * Writes down what was last heard, at most once a minute a night, by the time that is in the archive; answers
 * whether it did. A look that is not written down locks nothing.
 */
export async function heard(db: ArchiveDb, run: NightRun, what: Heard): Promise<boolean> {
  const first = await writeHeard(db, run, what)
  if (first.known) return first.wrote
  await openRun(db, run, what.at)
  return (await writeHeard(db, run, what)).wrote
}

async function writeHeard(
  db: ArchiveDb,
  { id, temporalRun }: NightRun,
  { stage, said, at }: Heard,
): Promise<{ readonly wrote: boolean; readonly known: boolean }> {
  const { rows } = await sql<{ wrote: boolean; known: boolean }>`
    with due as (
      update runs set heard_at = ${at}
      where id = ${id} and temporal_run = ${temporalRun}
        and (heard_at is null or heard_at <= ${at}::timestamptz - interval '1 minute')
      returning id),
    written as (
      insert into heard (run, stage, at, said) select id, ${stage}, ${at}, ${storable(said)} from due
      on conflict (run, stage) do update set at = excluded.at, said = excluded.said
      returning run)
    select exists (select from written) as wrote,
      exists (select from runs where id = ${id} and temporal_run = ${temporalRun}) as known`.execute(db)
  return rows[0] ?? { wrote: false, known: false }
}

/** What each stage of a run last heard, the latest first. */
export async function heardBy(db: ArchiveDb, run: string): Promise<readonly Heard[]> {
  const { rows } =
    await sql<Heard>`select stage, said, at from heard where run = ${run} order by at desc`.execute(db)
  return rows
}
