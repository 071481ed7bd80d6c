import { sql } from 'kysely'
import type { FeedEntry } from '../../report/html/atom.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { readableReport } from './readable-report.ts'

/** Which editions: those of one stream, or of all where it is null. */
export interface NewestLook {
  readonly stream: string | null
  readonly limit: number
}

/** The editions that were made last, of all nights or of those of a stream, the newest first. */
export async function newestEditions(
  db: ArchiveDb,
  { stream, limit }: NewestLook,
): Promise<readonly FeedEntry[]> {
  const { rows } = await sql<FeedEntry>`
    select run, stream, number, at, subject, coalesce(${readableReport} ->> 'headline', subject) as headline,
      ${readableReport} -> 'links' ->> 'run' as link
    from (
      select editions.*, runs.stream from editions join runs on runs.id = editions.run
      where ${stream}::text is null or runs.stream = ${stream}
      order by editions.at desc, editions.run, editions.number desc limit ${limit}
    ) as newest order by at desc, run, number desc`.execute(db)
  return rows
}
