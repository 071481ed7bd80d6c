import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { allMigrations } from '../../../archive/migrations/all-migrations.ts'
import { requireReadable } from '../../../archive/migrations/levels.ts'
import { migrate, programLevel } from '../../../archive/migrations/migrate.ts'
import type { ArchiveMigration } from '../../../archive/migrations/migration.ts'
import { archiveTables } from '../../../archive/schema/archive-tables.ts'
import { connect } from '../../../archive/connection/connect.ts'
import { emptyDatabase } from '../fresh-database.ts'

/** A step of a later program that only adds, and one that takes away what programs before it need. */
const expand = step('adds-a-table', 1, 'create table later (id int)')
const contract = step('drops-heard', 2, 'drop table heard')

function step(name: string, oldestProgram: number, statement: string): ArchiveMigration {
  const level = oldestProgram === 1 ? programLevel() + 1 : programLevel() + 2
  return {
    level,
    name,
    oldestProgram: oldestProgram === 1 ? 1 : level - 1,
    up: async (db) => {
      await sql.raw(statement).execute(db)
    },
  }
}

const expanded = [...allMigrations, expand]
const contracted = [...expanded, contract]

async function tablesOf(url: string): Promise<readonly string[]> {
  const { db, close } = connect({ url })
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname = current_schema()`.execute(db)
  await close()
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  test('make every table that an export knows', async () => {
    const url = await emptyDatabase()
    await migrate({ url })

    const own = ['levels', 'migrations', 'migrations_lock']

    expect(new Set(await tablesOf(url))).toEqual(new Set([...archiveTables.map(({ name }) => name), ...own]))
  })

  test('are made once when four processes start at the same moment', async () => {
    const url = await emptyDatabase()

    const done = await Promise.all(Array.from({ length: 4 }, () => migrate({ url })))

    expect(done.map(({ level }) => level)).toEqual(Array(4).fill(programLevel()))
    expect(done.filter(({ made }) => made.length > 0)).toHaveLength(1)
  })

  test('bring an older archive to the level of a newer program', async () => {
    const url = await emptyDatabase()
    await migrate({ url })

    const { level, made } = await migrate({ url }, expanded)

    expect(level).toBe(programLevel(expanded))
    expect(made).toEqual([expect.stringContaining('adds-a-table')])
    expect(await tablesOf(url)).toContain('later')
  })

  test('let an older program go on where a newer one only added', async () => {
    const url = await emptyDatabase()
    await migrate({ url }, expanded)

    expect(await migrate({ url })).toEqual({ level: programLevel(expanded), made: [] })
  })

  test('refuse an older program where a newer one took something away, and change nothing', async () => {
    const url = await emptyDatabase()
    await migrate({ url }, contracted)
    const before = await tablesOf(url)

    await expect(migrate({ url })).rejects.toThrow(
      'the archive is of level 5 and needs a Nightjar of level 4 or newer, this one is of level 3: ' +
        'install the version that the other workers run (nothing was changed)',
    )
    expect(await migrate({ url }, expanded)).toEqual({ level: 5, made: [] })
    expect(await tablesOf(url)).toEqual(before)
  })

  test('leave nothing behind of a step that fails, and can be made again', async () => {
    const url = await emptyDatabase()
    const broken = step('breaks', 1, 'create table half (id int); select 1 / 0')

    await expect(migrate({ url }, [...allMigrations, broken])).rejects.toThrow('division by zero')
    expect(await tablesOf(url)).not.toContain('half')
    expect(await migrate({ url })).toMatchObject({ level: programLevel() })
  })
})

describe('a program that only reads', () => {
  test('reads an archive of its level, and one of a newer level that bears it', async () => {
    const url = await emptyDatabase()
    await migrate({ url }, expanded)
    const { db } = reading(url)

    await expect(requireReadable(db, programLevel())).resolves.toBeUndefined()
    await expect(requireReadable(db, programLevel(expanded))).resolves.toBeUndefined()
  })

  test('is refused where the archive is empty or older, or needs a newer program', async () => {
    const url = await emptyDatabase()
    const { db } = reading(url)

    await expect(requireReadable(db, 1)).rejects.toThrow('the archive is empty, this Nightjar reads level 1')
    await migrate({ url }, contracted)
    await expect(requireReadable(db, 1)).rejects.toThrow('needs a Nightjar of level 4 or newer')
    await expect(requireReadable(db, 4)).resolves.toBeUndefined()
    await expect(requireReadable(db, 6)).rejects.toThrow(
      'the archive is of level 5, this Nightjar reads level 6',
    )
  })
})

function reading(url: string) {
  const connected = connect({ url })
  onTestFinished(connected.close)
  return connected
}
