import { sql } from 'kysely'
import { unjudged, type VerdictWord } from '../../jobs/verdict/verdicts.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { readableReport } from './readable-report.ts'

/** A night by its run and date. */
export interface NightPlace {
  readonly run: string
  readonly date: string | null
  readonly compose: string | null
}

/** How a stream stands by its last night with a verdict. */
export interface StreamStanding extends NightPlace {
  readonly verdict: VerdictWord
  /** The sentence that answers, and the name of the stream with its release, as the report has them. */
  readonly headline: string
  readonly title: string
  /** ISO. */
  readonly reportedAt: string
  /** The night with which the row of equal verdicts began. */
  readonly since: NightPlace
  /** Nights of that row. */
  readonly nights: number
}

/**
 * The last night of a stream with a verdict, and since when it has that verdict; null where no night has one.
 * Nights that nobody could judge do not interrupt a row of nights that somebody could.
 */
export async function standingOf(db: ArchiveDb, stream: string): Promise<StreamStanding | null> {
  const { rows } = await sql<StreamStanding>`
    with judged as (
      select runs.id as run, date, runs.compose, due, runs.verdict, edition from runs
      where stream = ${stream} and runs.verdict is not null and edition is not null),
    last as (select * from judged order by due desc, length(run) desc, run desc limit 1),
    other as (
      select coalesce(max(judged.due), '-infinity') as due from judged, last
      where judged.due < last.due and judged.verdict <> last.verdict
        and (last.verdict = any(${[...unjudged]}) or not judged.verdict = any(${[...unjudged]}))),
    row as (
      select judged.* from judged, last, other
      where judged.verdict = last.verdict and judged.due > other.due and judged.due <= last.due)
    select last.run, last.date, last.compose, last.verdict, editions.at as "reportedAt",
      coalesce(${readableReport} ->> 'headline', subject) as headline, coalesce(${readableReport} ->> 'title', ${stream}) as title,
      (select json_build_object('run', run, 'date', date, 'compose', compose) from row order by due, run limit 1) as since,
      (select count(*)::int from row) as nights
    from last join editions on editions.run = last.run and editions.number = last.edition`.execute(db)
  return rows[0] ?? null
}
