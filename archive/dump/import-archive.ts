import { sql } from 'kysely'
import { z } from 'zod'
import { Garbled } from '../../compose/garbled.ts'
import { readJson } from '../../compose/read-json.ts'
import { levelOf } from '../migrations/levels.ts'
import { archiveTables, type ArchiveTable } from '../schema/archive-tables.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { ImportRefused } from './import-refused.ts'
import { putRows, type DumpedRow } from './put-rows.ts'
import { upgradedRow } from './upgraded-row.ts'

const lineSchema = z.union([
  z.strictObject({ archive: z.literal('nightjar'), level: z.int().min(1) }),
  z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.record(z.string(), z.int().min(0)) }),
])

/** Rows of each table that an import added; those that were there before are not counted. */
export type Imported = Readonly<Record<string, number>>

/** Rows that wait to be written together. */
interface Batch {
  readonly table: ArchiveTable
  readonly rows: DumpedRow[]
}

/**
 * Puts the lines of `exportArchive` into a migrated archive, all of them or none. Where it is not empty,
 * every row must be the same as in the lines, or not there.
 * @throws ImportRefused where a row differs, the lines are cut off, or of a newer level; Garbled where they
 * are no export
 */
export function importArchive(db: ArchiveDb, lines: AsyncIterable<string>): Promise<Imported> {
  return db.transaction().execute(async (within) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(within)
    const added: Record<string, number> = Object.fromEntries(archiveTables.map(({ name }) => [name, 0]))
    const read: Record<string, number> = { ...added }
    let level: number | null = null
    let end: Readonly<Record<string, number>> | null = null
    for await (const batch of batchesOf(lines)) {
      if ('end' in batch) end = batch.end
      else if ('level' in batch) level = await accepted(within, batch.level)
      else if (level === null) throw new Garbled('an export of the archive', 'rows without its first line')
      else {
        const { table, rows } = ofToday(batch, level)
        read[table.name] = (read[table.name] ?? 0) + rows.length
        added[table.name] = (added[table.name] ?? 0) + (await putRows(within, table, rows))
      }
    }
    requireWhole(read, end)
    await sql`select setval(pg_get_serial_sequence('scenarios', 'id'), max(id)) from scenarios having count(*) > 0`.execute(
      within,
    )
    return added
  })
}

async function accepted(db: ArchiveDb, level: number): Promise<number> {
  const own = await levelOf(db)
  if (level <= own.level) return level
  throw new ImportRefused(
    `the export is of level ${level}, and this archive of level ${own.level}: start a worker of the newer Nightjar first`,
  )
}

function ofToday({ table, rows }: Batch, level: number): Batch {
  return { table, rows: rows.map((row) => upgradedRow(level, table, row)) }
}

function requireWhole(
  read: Readonly<Record<string, number>>,
  end: Readonly<Record<string, number>> | null,
): void {
  if (end === null) throw new ImportRefused('the export is cut off: its last line is missing')
  const short = Object.entries(end).find(([table, count]) => read[table] !== count)
  if (short === undefined) return
  const [table, count] = short
  throw new ImportRefused(`the export is damaged: ${read[table] ?? 0} of ${count} rows of ${table} are there`)
}

/** The lines in the order they come, rows of a table with the same columns together. */
async function* batchesOf(
  lines: AsyncIterable<string>,
): AsyncGenerator<Batch | Exclude<z.output<typeof lineSchema>, { row: unknown }>> {
  let batch: Batch | null = null
  for await (const text of lines) {
    if (text === '') continue
    const line = readJson('a line of an export of the archive', lineSchema, text)
    if ('row' in line) {
      const table = tableOf(line.table)
      if (batch !== null && !fits(batch, table, line.row)) {
        yield batch
        batch = null
      }
      batch ??= { table, rows: [] }
      batch.rows.push(line.row)
    } else {
      if (batch !== null) yield batch
      batch = null
      yield line
    }
  }
  if (batch !== null) yield batch
}

function fits({ table, rows }: Batch, wanted: ArchiveTable, row: DumpedRow): boolean {
  const [first = {}] = rows
  return (
    table === wanted && rows.length < table.atOnce && Object.keys(first).join() === Object.keys(row).join()
  )
}

function tableOf(name: string): ArchiveTable {
  const table = archiveTables.find((each) => each.name === name)
  if (table === undefined)
    throw new ImportRefused(`the export has a table ${name}, which this Nightjar does not know`)
  return table
}
