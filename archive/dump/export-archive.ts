import { sql } from 'kysely'
import { levelOf } from '../migrations/levels.ts'
import { archiveTables, type ArchiveTable } from '../schema/archive-tables.ts'
import type { ArchiveDb } from '../schema/database.ts'

/**
 * The whole archive as lines of JSON, as it is at one moment: first its level, then `{table, row}` for every
 * row, last how many rows of each table there were. Only a few rows are in memory at a time.
 */
export async function* exportArchive(db: ArchiveDb): AsyncGenerator<string, void, undefined> {
  const snapshot = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    // Whoever takes the lines may be slow.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(snapshot)
    const { level } = await levelOf(snapshot)
    yield JSON.stringify({ archive: 'nightjar', level })
    const rows: Record<string, number> = {}
    for (const table of archiveTables) {
      rows[table.name] = 0
      for await (const row of rowsOf(snapshot, table)) {
        rows[table.name] = (rows[table.name] ?? 0) + 1
        yield `{"table":"${table.name}","row":${row}}`
      }
    }
    yield JSON.stringify({ end: rows })
  } finally {
    await snapshot.rollback().execute()
  }
}

/** Every row of a table as JSON, by its key. */
async function* rowsOf(db: ArchiveDb, { name, key, atOnce }: ArchiveTable): AsyncGenerator<string> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  await sql`
    declare dump no scroll cursor for
    select row_to_json(whole)::text as row from (select * from ${sql.table(name)} order by ${columns}) as whole`.execute(
    db,
  )
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(atOnce)} from dump`.execute(db)
    for (const { row } of rows) yield row
    if (rows.length < atOnce) break
  }
  await sql`close dump`.execute(db)
}
