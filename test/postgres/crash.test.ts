import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { connect } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { endlessNights, nthNight, wholeness } from './endless-nights.ts'
import { asAdmin, createDatabase } from '../archive/databases.ts'
import { freshArchive } from '../archive/fresh-database.ts'
import { startPostgresServer } from '../archive/postgres-server.ts'

const long = { timeout: 120_000 }

/** A server that only one test uses, so that it may be killed. */
async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-crash-'))
  const server = { now: await startPostgresServer(folder) }
  onTestFinished(async () => {
    await server.now.stop()
    await rm(folder, { recursive: true })
  })
  return {
    folder,
    url: server.now.url,
    stop: () => server.now.stop(),
    kill: () => server.now.kill(),
    start: async () => {
      server.now = await startPostgresServer(folder)
    },
  }
}

/**
 * Starts the writer, and kills it so many milliseconds after it said its fifth night; answers what it said.
 */
async function killedWriter(url: string, first: number, afterMs: number): Promise<readonly string[]> {
  const writer = spawn(process.execPath, ['test/postgres/writer.ts', url, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const ended = once(writer, 'exit')
  for await (const line of createInterface(writer.stdout)) {
    said.push(line)
    if (said.length === 5) setTimeout(() => writer.kill('SIGKILL'), afterMs)
  }
  await ended
  return said
}

/** Records nights until the database is away; answers those that were recorded. */
async function writeUntilAway(archive: NightArchive, first: number): Promise<readonly string[]> {
  const recorded: string[] = []
  try {
    for (const { run, content } of endlessNights(first)) {
      await archive.recordEdition(run, 'a/1', content)
      recorded.push(run.id)
    }
  } catch (error) {
    if (!(error instanceof ArchiveAway)) throw error
  }
  return recorded
}

describe('kill -9', () => {
  test('of a process that writes loses no night and leaves none half written', long, async () => {
    const { db, url } = await freshArchive()
    const said: string[] = []

    for (const [nth, afterMs] of [0, 3, 7, 13, 29].entries())
      said.push(...(await killedWriter(url, nth * 1000, afterMs)))

    const nights = await wholeness(db)
    expect(new Set(Object.values(nights))).toEqual(new Set(['whole']))
    expect(said.length).toBeGreaterThanOrEqual(25)
    expect(said.filter((run) => !(run in nights))).toEqual([])
  })

  test(
    'of the server loses no night and leaves none half written, and writers go on when it is back',
    long,
    async () => {
      const server = await ownServer()
      const url = await createDatabase(server.url)
      await migrate({ url })
      const { db, close } = connect({ url })
      onTestFinished(close)
      const archive = postgresArchive(db)

      const writers = [0, 1000, 2000].map((first) => writeUntilAway(archive, first))
      await expect
        .poll(async () => (await archive.nights({ limit: 100 })).length, { timeout: 60_000 })
        .toBeGreaterThan(10)
      await server.kill()
      const said = (await Promise.all(writers)).flat()
      await expect(archive.nights()).rejects.toBeInstanceOf(ArchiveAway)
      await expect.poll(() => server.start().then(() => 'up', String), { timeout: 60_000 }).toBe('up')

      const nights = await wholeness(db)
      expect(new Set(Object.values(nights))).toEqual(new Set(['whole']))
      expect(said.length).toBeGreaterThan(8)
      expect(said.filter((run) => !(run in nights))).toEqual([])
      const { run, content } = nthNight(9000)
      expect(await archive.recordEdition(run, 'a/1', content)).toMatchObject({ number: 1 })
    },
  )
})

describe('a damaged file of the database', () => {
  test('makes a value of it lost, and no other', long, async () => {
    const server = await ownServer()
    const url = await createDatabase(server.url)
    await migrate({ url })
    const first = connect({ url })
    const archive = postgresArchive(first.db)
    const small = await archive.keep('small', 'a')
    const large = await archive.keep(
      Array.from({ length: 20_000 }, (_, nth) => Math.sin(nth)),
      'a',
    )
    const { rows } = await sql<{ path: string }>`
      select pg_relation_filepath(reltoastrelid) as path from pg_class where relname = 'stored_values'`.execute(
      first.db,
    )
    await first.close()
    await server.stop()
    const file = await open(join(server.folder, 'data', rows[0]?.path ?? ''), 'r+')
    await file.write(Buffer.alloc(8192, 0x5a), 0, 8192, 8192)
    await file.close()
    await server.start()

    const { db, close } = connect({ url })
    onTestFinished(close)
    expect(await postgresArchive(db).recall(small)).toBe('"small"')
    await expect(postgresArchive(db).recall(large)).rejects.toMatchObject({
      name: 'LostValue',
      message: expect.stringContaining('is damaged'),
    })
  })
})

const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

describe('a full disk', () => {
  test.skipIf(!canMount)('is a database that is away, until there is room again', long, async () => {
    const server = await ownServer()
    const disk = join(server.folder, 'disk')
    await mkdir(disk)
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk])
    onTestFinished(async () => {
      await server.stop()
      spawnSync('umount', ['-l', disk])
    })
    const space = join(disk, 'space')
    await mkdir(space, { mode: 0o700 })
    await asAdmin(server.url, `create tablespace tiny location '${space}'`)
    const url = await createDatabase(server.url, 'tablespace tiny')
    await migrate({ url })
    const { db, close } = connect({ url })
    onTestFinished(close)
    const archive = postgresArchive(db)
    await writeFile(join(disk, 'filler'), Buffer.alloc(8_000_000))

    const recorded = await writeUntilAway(archive, 0)
    const { run, content } = nthNight(recorded.length)

    await expect(archive.recordEdition(run, 'a/1', content)).rejects.toMatchObject({
      name: 'ArchiveAway',
      code: '53100',
    })
    expect(Object.keys(await wholeness(db))).toEqual(recorded)
    await rm(join(disk, 'filler'))
    expect(await archive.recordEdition(run, 'a/1', content)).toMatchObject({ number: 1 })
    expect(new Set(Object.values(await wholeness(db)))).toEqual(new Set(['whole']))
  })
})
