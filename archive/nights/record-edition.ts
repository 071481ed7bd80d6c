import { sql } from 'kysely'
import type { Report } from '../../report/report.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { ArchiveDb } from '../schema/database.ts'
import type { NightRun } from './night-run.ts'
import { openRun } from './open-run.ts'
import { writeEdition, type EditionContent } from './write-edition.ts'

/** An edition as it is in the archive. */
export interface RecordedEdition {
  /** 1 for a night's first. */
  readonly number: number
  readonly report: Report
}

/**
 * Records the next edition of a night, whole or not at all, and gives it its number.
 * @param key names this edition for its writer, such as `<Temporal run>/<ordinal>`: the same key again
 * answers what was recorded then
 * @param content makes the edition, once its number is known; nothing is recorded where it throws
 */
export function recordEdition(
  db: ArchiveDb,
  run: NightRun,
  key: string,
  content: (number: number) => EditionContent,
): Promise<RecordedEdition> {
  return db.transaction().execute(async (within) => {
    await openRun(within, run, new Date().toISOString())
    await sql`select from runs where id = ${run.id} for update`.execute(within)
    const before = await recorded(within, run.id, key)
    if (before !== null) return before
    const number = (await lastNumber(within, run.id)) + 1
    const made = content(number)
    await writeEdition(within, run, { number, key, ...made })
    return { number, report: made.report }
  })
}

async function recorded(db: ArchiveDb, run: string, key: string): Promise<RecordedEdition | null> {
  const row = await db
    .selectFrom('editions')
    .select(['number', 'report'])
    .where('run', '=', run)
    .where('key', '=', key)
    .executeTakeFirst()
  return row === undefined ? null : { number: row.number, report: parseReport(row.report) }
}

async function lastNumber(db: ArchiveDb, run: string): Promise<number> {
  const { last } = await db
    .selectFrom('editions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('run', '=', run)
    .executeTakeFirstOrThrow()
  return last ?? 0
}
