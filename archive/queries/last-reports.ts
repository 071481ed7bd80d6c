import { sql } from 'kysely'
import { levelOf } from '../migrations/levels.ts'
import type { ArchiveDb } from '../schema/database.ts'

/** What an archive tells of its last reports. */
export interface LastReports {
  /** ISO, when the archive was made; no report was due before. */
  readonly since: string
  readonly streams: readonly LastReport[]
}

/** The last of a stream. */
export interface LastReport {
  readonly stream: string
  /** ISO: when the last night was due that was opened. */
  readonly opened: string
  /** ISO: when the last night was due that has a report; null where none has. */
  readonly reported: string | null
  /** ISO, when the last report was made; null where there is none. */
  readonly at: string | null
}

/** Thrown where the database has no archive. */
class EmptyArchive extends Error {
  override readonly name = 'EmptyArchive'

  constructor() {
    super('the database is empty: no worker has made an archive in it, or it is the wrong database')
  }
}

/**
 * The last reports of each stream that the archive knows. It asks only for what every level of the archive
 * has, so it also works beside an older and a newer program. @throws EmptyArchive
 */
export async function lastReports(db: ArchiveDb): Promise<LastReports> {
  if ((await levelOf(db)).level === 0) throw new EmptyArchive()
  const { rows: streams } = await sql<LastReport>`
    select runs.stream, max(runs.due) as opened, max(runs.due) filter (where editions.run is not null) as reported,
      max(editions.at) as at
    from runs left join editions on editions.run = runs.id
    where runs.date is not null group by runs.stream`.execute(db)
  const { rows } = await sql<{ since: string }>`select min(at) as since from levels`.execute(db)
  const [{ since } = { since: new Date(0).toISOString() }] = rows
  return { since, streams }
}
