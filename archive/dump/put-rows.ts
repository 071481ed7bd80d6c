import { sql } from 'kysely'
import type { ArchiveTable } from '../schema/archive-tables.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { ImportRefused } from './import-refused.ts'

/** A row of an export, by column. */
export type DumpedRow = Readonly<Record<string, unknown>>

/**
 * Adds rows of the same columns to a table; answers how many were not there before.
 * @throws ImportRefused where one is there and differs
 */
export async function putRows(
  db: ArchiveDb,
  table: ArchiveTable,
  rows: readonly DumpedRow[],
): Promise<number> {
  const columns = await knownColumns(db, table, rows[0] ?? {})
  const target = sql.table(table.name)
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const given = sql`json_populate_recordset(null::${target}, ${JSON.stringify(rows)}::json)`
  const { numAffectedRows = 0n } = await sql`
    insert into ${target} (${list}) select ${list} from ${given} on conflict do nothing`.execute(db)
  const added = Number(numAffectedRows)
  if (added < rows.length) await requireSame(db, table, { columns, given, count: rows.length })
  return added
}

async function knownColumns(
  db: ArchiveDb,
  { name }: ArchiveTable,
  row: DumpedRow,
): Promise<readonly string[]> {
  const { rows } = await sql<{ column: string }>`
    select attname as column from pg_attribute
    where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`.execute(db)
  const known = new Set(rows.map(({ column }) => column))
  const columns = Object.keys(row)
  const strange = columns.find((column) => !known.has(column))
  if (strange === undefined) return columns
  throw new ImportRefused(`the export has a column ${strange} of ${name}, which this archive does not have`)
}

interface GivenRows {
  readonly columns: readonly string[]
  readonly given: ReturnType<typeof sql>
  readonly count: number
}

async function requireSame(
  db: ArchiveDb,
  { name, key }: ArchiveTable,
  { columns, given, count }: GivenRows,
): Promise<void> {
  const of = (alias: string) => sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)))
  const { rows } = await sql<{ same: number }>`
    select count(*) as same from ${given} as new join ${sql.table(name)} as old
      using (${sql.join(key.map((column) => sql.ref(column)))})
    where row(${of('old')}) is not distinct from row(${of('new')})`.execute(db)
  if (rows[0]?.same === count) return
  throw new ImportRefused(`the archive is not empty, and a row of ${name} in it differs from the export`)
}
