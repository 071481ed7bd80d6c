import { sql } from 'kysely'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { archiveTables } from '../../archive/schema/archive-tables.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { jobOf } from '../jobs/job-of.ts'
import { composeOf, editionOf, imageOf, runOf } from './nights.ts'

/** Puts at least one row into every table. */
export async function fill(db: ArchiveDb): Promise<void> {
  const archive = postgresArchive(db)
  const run = runOf('2026-11-24')
  const jobs = [
    jobOf({ id: 1, result: 'failed', cloneId: 2 }),
    jobOf({ id: 2 }),
    jobOf({
      id: 3,
      test: 'other',
      result: 'failed',
      reason: 'quote " \\ and\nline',
      failedModules: ['a', 'b c'],
    }),
  ]
  const missing = [
    { subvariant: 'KDE', type: 'live', arch: 'x86_64', blocking: true, why: 'blocking', koji: null },
  ]
  const images = [imageOf({ subvariant: 'Server', size: 5_000_000_000 })]
  const facts = { images: { expected: 2, missing }, bugs: { 3: ['brc#1'] } }
  await archive.heard(run, { stage: 'find', said: 'nothing yet', at: '2026-11-24T05:20:00.000Z' })
  await archive.recordEdition(run, 'a/1', editionOf(run, { jobs, images, facts }))
  await archive.keep({ value: '\u0000 🌙' }, run.id)
  await archive.orderTaken(run, {
    id: 'order-1',
    name: 'accept',
    at: '2026-11-24T11:02:00.000Z',
    by: 'ada',
    why: 'rhbz#1',
    asked: 'accept test:other',
    became: 'accepted',
  })
  await archive.accept(run, [
    {
      order: 'order-1',
      run: run.id,
      kind: 'test',
      name: 'universal x86_64 other@64bit',
      modules: ['a', 'b c'],
      by: 'ada',
      why: 'rhbz#1 \u0000',
      at: '2026-11-24T11:02:00.000Z',
      until: '2026-12-01',
    },
  ])
  await archive.claim(`compose/${composeOf(run).id}`, run.id)
  await archive.delivered({
    run: run.id,
    edition: 1,
    channel: 'mail',
    recipient: 'a@example.org',
    state: 'delivered',
    messageId: '<a@b>',
    why: '250 ok',
    attempts: 1,
    at: '2026-11-24T11:01:00.000Z',
  })
  await sql`insert into imported_folders (folder, at, report) values ('/old', '2026-11-24T05:00:00.123456Z', '{}')`.execute(
    db,
  )
}

/** Every row of every table, as text. */
export async function everything(db: ArchiveDb): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {}
  for (const { name } of archiveTables) {
    const { rows } = await sql<{ row: string }>`
      select whole::text as row from ${sql.table(name)} as whole order by 1`.execute(db)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** How many rows each table has; those without are left out. */
export async function counts(db: ArchiveDb): Promise<Readonly<Record<string, number>>> {
  const counted: Record<string, number> = {}
  for (const { name } of archiveTables) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(db)
    if (rows[0]?.count) counted[name] = rows[0].count
  }
  return counted
}
