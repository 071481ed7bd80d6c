import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/** The time of the database's server, ISO. */
export async function serverTime(db: ArchiveDb): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db)
  return rows[0]?.now ?? ''
}
