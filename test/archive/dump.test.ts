import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exportArchive } from '../../archive/dump/export-archive.ts'
import { importArchive } from '../../archive/dump/import-archive.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { jobOf } from '../jobs/job-of.ts'
import { everything, fill } from './filled.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, recordStory, runOf } from './nights.ts'

async function exported(db: ArchiveDb): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of exportArchive(db)) lines.push(line)
  return lines
}

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function filled() {
  const { db } = await freshArchive()
  await fill(db)
  return db
}

describe('an export', () => {
  test('and its import lose nothing of any table', async () => {
    const db = await filled()
    const { db: other } = await freshArchive()
    const before = await everything(db)

    const added = await importArchive(other, from(await exported(db)))

    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(await everything(other)).toEqual(before)
    expect(added).toEqual(
      Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
    )
    expect(await exported(other)).toEqual(await exported(db))
  })

  test('is lines of JSON that begin with the level and end with the counts', async () => {
    const lines = (await exported(await filled())).map((line): unknown => JSON.parse(line))

    expect(lines[0]).toEqual({ archive: 'nightjar', level: 1 })
    expect(lines[1]).toMatchObject({
      table: 'runs',
      row: { id: 'nightly/rawhide/2026-11-24', date: '2026-11-24' },
    })
    expect(lines.at(-1)).toMatchObject({ end: { runs: 1, editions: 1, jobs: 3 } })
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const { db } = await freshArchive()
    const archive = postgresArchive(db)
    await recordStory(archive, 'ppp', '2026-11-24')
    const before = await exported(db)
    const lines: string[] = []

    for await (const line of exportArchive(db)) {
      if (lines.length === 2) await recordStory(archive, 'f', '2026-11-25')
      lines.push(line)
    }

    expect(lines).toEqual(before)
  })

  test('gives its connection back where the reader leaves early', async () => {
    const { db } = await freshArchive({ connections: 1, connectMs: 1_000 })
    await fill(db)

    for await (const _ of exportArchive(db)) break

    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  })

  test('and its import of 100 MB need no more than 64 MB of heap', { timeout: 120_000 }, async () => {
    const { db, url } = await freshArchive()
    const { url: other } = await freshArchive()
    await sql`
      insert into stored_values (hash, content, kept_at)
      select lpad(nth::text, 64, '0'), repeat('x', 1000000), now() from generate_series(1, 100) as nth`.execute(
      db,
    )

    const copied = spawnSync(
      process.execPath,
      ['--max-old-space-size=64', 'test/archive/copy-archive.ts', url, other],
      { encoding: 'utf8' },
    )

    expect(copied).toMatchObject({ status: 0, stdout: expect.stringContaining('"stored_values":100') })
  })
})

describe('an import', () => {
  test('of what is there changes nothing', async () => {
    const db = await filled()
    const before = await everything(db)

    const added = await importArchive(db, from(await exported(db)))

    expect(Object.values(added).filter((count) => count > 0)).toEqual([])
    expect(await everything(db)).toEqual(before)
  })

  test('brings an archive that lost nights back to what it was', async () => {
    const { db } = await freshArchive()
    await recordStory(postgresArchive(db), 'pfp', '2026-11-24')
    const dump = await exported(db)
    const before = await everything(db)
    await sql
      .raw(`
      delete from jobs where run like '%2026-11-23'; delete from stages where run like '%2026-11-23';
      delete from editions where run like '%2026-11-23'; delete from runs where id like '%2026-11-23'`)
      .execute(db)

    await importArchive(db, from(dump))

    expect(await everything(db)).toEqual(before)
  })

  test('of yesterday into an empty archive is yesterday, and today can be recorded on it', async () => {
    const { db } = await freshArchive()
    await recordStory(postgresArchive(db), 'pf', '2026-11-23')
    const dump = await exported(db)
    const { db: restored } = await freshArchive()
    await importArchive(restored, from(dump))
    const archive = postgresArchive(restored)
    const run = runOf('2026-11-24')
    const jobs = [jobOf({ id: 5, test: 'told', result: 'failed' }), jobOf({ id: 6, test: 'new_one' })]

    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs }))
    const again = await archive.recordEdition(runOf('2026-11-23'), 'key/1', editionOf(runOf('2026-11-23')))

    expect(again.number).toBe(1)
    expect(await archive.failingTests(run.id)).toMatchObject([{ nights: 2, since: { date: '2026-11-23' } }])
    expect(await archive.baselineOf('rawhide', { before: '2026-11-24' })).toMatchObject({
      run: runOf('2026-11-23').id,
    })
  })

  test('is refused where a row differs, and changes nothing', async () => {
    const db = await filled()
    const dump = await exported(db)
    await sql`delete from claims`.execute(db)
    await sql`update editions set subject = 'another'`.execute(db)
    const before = await everything(db)

    await expect(importArchive(db, from(dump))).rejects.toThrow(
      'the archive is not empty, and a row of editions in it differs from the export (nothing was imported)',
    )
    expect(await everything(db)).toEqual(before)
  })

  test.each([
    [
      'is cut off',
      (lines: string[]) => lines.slice(0, -1),
      'the export is cut off: its last line is missing',
    ],
    [
      'lacks a line',
      (lines: string[]) => lines.filter((line) => !line.includes('"table":"jobs"')),
      'the export is damaged: 0 of 3 rows of jobs are there',
    ],
    [
      'is of a newer level',
      (lines: string[]) => [JSON.stringify({ archive: 'nightjar', level: 99 }), ...lines.slice(1)],
      'the export is of level 99, and this archive of level 1',
    ],
    [
      'has a table of a newer Nightjar',
      (lines: string[]) => [...lines.slice(0, -1), '{"table":"moons","row":{}}', ...lines.slice(-1)],
      'a table moons, which this Nightjar does not know',
    ],
    [
      'has a column of a newer Nightjar',
      (lines: string[]) =>
        lines.map((line) => line.replace('"row":{"id":"nightly', '"row":{"moon":1,"id":"nightly')),
      'a column moon of runs',
    ],
    ['does not say that it is one', (lines: string[]) => lines.slice(1), 'rows without its first line'],
    ['is something else', () => ['{"hello":"world"}'], 'expected a line of an export of the archive'],
    ['is cut off within a line', (lines: string[]) => [...lines.slice(0, 3), '{"table":"ru'], 'JSON cut off'],
    ['is empty', () => [], 'cut off'],
  ])('is refused where the export %s', async (_, spoil, why) => {
    const dump = await exported(await filled())
    const { db } = await freshArchive()
    const before = await everything(db)

    await expect(importArchive(db, from(spoil([...dump])))).rejects.toThrow(why)
    expect(await everything(db)).toEqual(before)
  })

  test('takes an export of an older level, with the defaults of columns that came later', async () => {
    const dump = await exported(await filled())
    const { db } = await freshArchive()
    const older = dump.map((line) => line.replace(/,"pruned":(?:true|false)/, ''))

    await importArchive(db, from(older))

    expect(await exported(db)).toEqual(dump)
  })
})
