import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { table } from '../../cli/table.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { failing, loadNights, runBefore } from './load.ts'

const repeats = 25
const look = { stream: 'rawhide', nights: 30 }
const season = { ...look, nights: 90 }

/** Loads an archive with many nights, times what reports and pages ask of it, and prints both. */
export async function archiveBench(nights = 2000, jobs = 300): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true }))
  const server = stack.adopt(await startPostgres({ folder }), (started) => started.close())
  await migrate({ url: server.url })
  const { db } = stack.adopt(connect({ url: server.url }), ({ close }) => close())
  const archive = postgresArchive(db)
  const inserts = await loadNights({ archive, db }, nights, jobs)
  const bare = await timed(() => sql`select 1`.execute(db))
  const rows = [
    ['SELECT 1', bare],
    ['record a night, among the last hundred', middle(inserts.slice(-100))],
    ...(await questions(archive)),
  ] as const
  console.log(
    `\nAn archive of ${nights} nights with ${jobs} tests each: ${await sizeOf(db)} MB; × is against SELECT 1; ` +
      `ms are the middle of ${repeats}\n`,
  )
  console.log(
    table(
      ['QUESTION', 'MS', '×'],
      rows.map(([name, ms]) => [name, ms.toFixed(2), (ms / bare).toFixed(0)]),
    ),
  )
}

async function questions(archive: NightArchive): Promise<readonly (readonly [string, number])[]> {
  const { id } = runBefore(0)
  const asked: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['the list of the last 30 nights', () => archive.nights({ stream: 'rawhide' })],
    [
      '30 nights with all their tests',
      () => archive.pastNights('rawhide', { before: '9999-12-31', nights: 30 }),
    ],
    ['one test over 30 nights', () => archive.testHistory(failing, look)],
    ['all failing tests of a night, each since when', () => archive.failingTests(id)],
    ['the last night that passed', () => archive.lastGood('rawhide')],
    ['flaky tests of 30 nights', () => archive.flakeRates(look)],
    ['usual images of 30 composes', () => archive.usualImages(look)],
    ['90 nights and where their time went', () => archive.trendNights(season)],
    ['pass rates of 90 nights by arch', () => archive.archRates(season)],
    ['flaky tests of 90 nights', () => archive.flakeRates(season)],
    ['sizes of images over 90 nights', () => archive.imageTrends(season, 8)],
    ['a whole night with its tests', () => archive.night(id)],
  ]
  const answered: (readonly [string, number])[] = []
  for (const [name, ask] of asked) answered.push([name, await timed(ask)])
  return answered
}

/** The middle of many times, in milliseconds, after a first that does not count. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  await act()
  const times: number[] = []
  for (let nth = 0; nth < repeats; nth++) {
    const since = performance.now()
    await act()
    times.push(performance.now() - since)
  }
  return middle(times)
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Megabytes of the database, without the write-ahead log. */
async function sizeOf(db: ArchiveDb): Promise<string> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
    db,
  )
  return ((rows[0]?.bytes ?? 0) / 1e6).toFixed(0)
}
