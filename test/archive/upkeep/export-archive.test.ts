import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { exportArchive } from '../../../archive/dump/export-archive.ts'
import { importArchive } from '../../../archive/dump/import-archive.ts'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { exported, filled, linesFrom } from '../exported.ts'
import { everything, fill } from '../filled.ts'
import { freshArchive } from '../fresh-database.ts'
import { recordStory } from '../nights.ts'

describe('an export', () => {
  test('and its import lose nothing of any table', async () => {
    const db = await filled()
    const { db: other } = await freshArchive()
    const before = await everything(db)

    const added = await importArchive(other, linesFrom(await exported(db)))

    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(await everything(other)).toEqual(before)
    expect(added).toEqual(
      Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
    )
    expect(await exported(other)).toEqual(await exported(db))
  })

  test('is lines of JSON that begin with the level and end with the counts', async () => {
    const lines = (await exported(await filled())).map((line): unknown => JSON.parse(line))

    expect(lines[0]).toEqual({ archive: 'nightjar', level: 3 })
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
})
