import { sql } from 'kysely'
import { Garbled } from '../../compose/garbled.ts'
import type { Report } from '../../report/report.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { LostValue } from '../values/lost-value.ts'

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

/** The night that another is compared with. */
export interface Baseline {
  readonly run: string
  readonly edition: number
  readonly report: Report
}

/**
 * The last night of a stream before a date whose report told of tests, in the edition that stood at a moment;
 * null before the first.
 * @param at ISO; without it the newest edition stands
 * @throws LostValue where its report cannot be read
 */
export async function baselineOf(
  db: ArchiveDb,
  stream: string,
  { before, at = null }: { readonly before: string; readonly at?: string | null },
): Promise<Baseline | null> {
  const { rows } = await sql<{ run: string; edition: number; text: string }>`
    select runs.id as run, stood.number as edition, stood.report as text
    from runs cross join lateral (
      select number, tests, report from editions
      where run = runs.id and at <= coalesce(${at}::timestamptz, 'infinity') order by number desc limit 1) as stood
    where stream = ${stream} and date < ${before} and stood.tests > 0
    order by due desc limit 1`.execute(db)
  const [last] = rows
  return last === undefined ? null : { run: last.run, edition: last.edition, report: readReport(last) }
}

function readReport({ run, edition, text }: { run: string; edition: number; text: string }): Report {
  try {
    return parseReport(text)
  } catch (error) {
    if (error instanceof Garbled)
      throw new LostValue(`${run} edition ${edition}`, `cannot be read: ${error.message}`)
    throw error
  }
}
