import type { ArchiveDb } from '../schema/database.ts'

/** One edition of a night, without its report. */
export interface EditionLine {
  readonly number: number
  readonly key: string
  /** ISO. */
  readonly at: string
  readonly outcome: string
  readonly verdict: string
  readonly compose: string | null
  readonly subject: string
  /** How many tests it tells of. */
  readonly tests: number
}

/** The editions of a run, the first first. */
export async function editionsOf(db: ArchiveDb, run: string): Promise<readonly EditionLine[]> {
  return db
    .selectFrom('editions')
    .select(['number', 'key', 'at', 'outcome', 'verdict', 'compose', 'subject', 'tests'])
    .where('run', '=', run)
    .orderBy('number')
    .execute()
}

/**
 * The JSON of a report as it was sent; null where there is none. Without a number it is the edition that
 * stands.
 */
export async function reportOf(db: ArchiveDb, run: string, edition?: number): Promise<string | null> {
  const row = await db
    .selectFrom('editions')
    .select('report')
    .where('run', '=', run)
    .$if(edition !== undefined, (query) => query.where('number', '=', edition ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.report ?? null
}
