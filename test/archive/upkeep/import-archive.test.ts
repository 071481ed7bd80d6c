import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { importArchive } from '../../../archive/dump/import-archive.ts'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { exported, filled, linesFrom } from '../exported.ts'
import { everything } from '../filled.ts'
import { freshArchive } from '../fresh-database.ts'
import { editionOf, recordStory, runOf } from '../nights.ts'

describe('an import', () => {
  test('of what is there changes nothing', async () => {
    const db = await filled()
    const before = await everything(db)

    const added = await importArchive(db, linesFrom(await exported(db)))

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

    await importArchive(db, linesFrom(dump))

    expect(await everything(db)).toEqual(before)
  })

  test('of yesterday into an empty archive is yesterday, and today can be recorded on it', async () => {
    const { db } = await freshArchive()
    await recordStory(postgresArchive(db), 'pf', '2026-11-23')
    const dump = await exported(db)
    const { db: restored } = await freshArchive()
    await importArchive(restored, linesFrom(dump))
    const archive = postgresArchive(restored)
    const run = runOf('2026-11-24')
    const jobs = [jobOf({ id: 5, test: 'told', result: 'failed' }), jobOf({ id: 6, test: 'new_one' })]

    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs }))
    const again = await archive.recordEdition(runOf('2026-11-23'), 'key/1', editionOf(runOf('2026-11-23')))

    expect(again.number).toBe(1)
    expect(await archive.failingTests(run.id)).toMatchObject([{ nights: 2, since: { date: '2026-11-23' } }])
    expect(await archive.pastNights('rawhide', { before: '2026-11-24', nights: 1 })).toMatchObject([
      { run: runOf('2026-11-23').id },
    ])
  })

  test('is refused where a row differs, and changes nothing', async () => {
    const db = await filled()
    const dump = await exported(db)
    await sql`delete from claims`.execute(db)
    await sql`update editions set subject = 'another'`.execute(db)
    const before = await everything(db)

    await expect(importArchive(db, linesFrom(dump))).rejects.toThrow(
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
      'the export is of level 99, and this archive of level 3',
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

    await expect(importArchive(db, linesFrom(spoil([...dump])))).rejects.toThrow(why)
    expect(await everything(db)).toEqual(before)
  })

  test('takes an export of level 1: its tests are of fedora, and what failed then is broken', async () => {
    const dump = await exported(await filled())
    const { db } = await freshArchive()
    const older = dump.map((line) =>
      line
        .replace('"level":3', '"level":1')
        .replace(/,"distri":"fedora"/, '')
        .replace('"verdict":"broken"', '"verdict":"failed"'),
    )

    expect(older.filter((line, nth) => line !== dump[nth])).toHaveLength(5)
    await importArchive(db, linesFrom(older))
    await importArchive(db, linesFrom(older))

    expect(await exported(db)).toEqual(dump)
  })

  test('takes an export of an older level, with the defaults of columns that came later', async () => {
    const dump = await exported(await filled())
    const { db } = await freshArchive()
    const older = dump.map((line) => line.replace(/,"pruned":(?:true|false)/, ''))

    await importArchive(db, linesFrom(older))

    expect(await exported(db)).toEqual(dump)
  })
})
