import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { connect } from '../archive/connection/connect.ts'
import { migrate } from '../archive/migrations/migrate.ts'
import type { NightArchive } from '../archive/night-archive.ts'
import { postgresArchive } from '../archive/postgres-archive.ts'
import type { ArchiveDb } from '../archive/schema/database.ts'
import { table } from '../cli/table.ts'
import { startPostgresServer } from '../test/archive/postgres-server.ts'
import { benchNight, benchTest } from './archive-nights.ts'

const size = { tests: 300, images: 84 }
const look = { stream: 'rawhide', nights: 30 }

/** Fills an archive with nights, measures what reports and pages ask of it, and prints that. */
export async function archiveBench(nights = 2000): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  const server = await startPostgresServer(folder)
  try {
    await migrate({ url: server.url })
    const { db, close } = connect({ url: server.url })
    await measure(db, nights)
    await close()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

async function measure(db: ArchiveDb, nights: number): Promise<void> {
  const archive = postgresArchive(db)
  const empty = await megabytes(db)
  const inserts = await load(db, archive, nights)
  await sql`analyze`.execute(db)
  const bare = await middle(() => sql`select 1`.execute(db), 200)
  const rows: (readonly [string, number])[] = [
    ['a bare SELECT 1', bare],
    [`insert of a night, the last 100 of ${nights}`, inserts],
  ]
  for (const [what, ask] of questions(archive, benchNight(nights - 1, size).run.id))
    rows.push([what, await middle(ask, 30)])
  console.log(
    `\nAn archive of ${nights} nights of ${size.tests} tests and ${size.images} images, ` +
      `${(await megabytes(db)) - empty} MB: ${await largest(db)}; ms are medians, × is to a bare SELECT 1\n`,
  )
  console.log(table(['WHAT', 'MS', '×'], rows.map(([what, ms]) => [what, ms.toFixed(1), (ms / bare).toFixed(1)])))
}

/** Records the nights; the median of the last hundred, in milliseconds, without making the report. */
async function load(db: ArchiveDb, archive: NightArchive, nights: number): Promise<number> {
  const took: number[] = []
  for (let day = 0; day < nights; day++) {
    const { run, content } = benchNight(day, size)
    const began = performance.now()
    await archive.recordEdition(run, 'bench/1', () => content)
    took.push(performance.now() - began)
    // As a server's autovacuum would have done long ago.
    if (day === 50) await sql`analyze`.execute(db)
  }
  return median(took.slice(-100))
}

function questions(archive: NightArchive, run: string): readonly (readonly [string, () => Promise<unknown>])[] {
  return [
    ['history of a test over 30 nights', () => archive.testHistory(benchTest(7), look)],
    ['the last good night', () => archive.lastGood(look.stream, { verdicts: ['passed', 'degraded'] })],
    ['all failing tests of a night, with since when', () => archive.failingTests(run)],
    ['flake rates over 30 nights', () => archive.flakeRates(look)],
    ['the usual images of 20 nights', () => archive.usualImages({ ...look, nights: 20 })],
    ['the list of 30 nights', () => archive.nights({ stream: look.stream })],
    ['a whole night', () => archive.night(run)],
  ]
}

async function middle(ask: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const began = performance.now()
    await ask()
    took.push(performance.now() - began)
  }
  return median(took)
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function megabytes(db: ArchiveDb): Promise<number> {
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(db)
  return Math.round((rows[0]?.size ?? 0) / 1_000_000)
}

/** The largest tables with their indexes: `jobs 90, images 30`. */
async function largest(db: ArchiveDb): Promise<string> {
  const { rows } = await sql<{ name: string; size: number }>`
    select relname as name, pg_total_relation_size(relid) / 1000000 as size from pg_stat_user_tables
    order by 2 desc limit 3`.execute(db)
  return rows.map(({ name, size: of }) => `${name} ${of}`).join(', ')
}
