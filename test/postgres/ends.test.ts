import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import {
  end,
  isUp,
  makeFolders,
  npmOnly,
  patient,
  query,
  serverOf,
  spawnHolder,
  startHolder,
  supervisorOf,
  whenGone,
  type Folders,
} from './servers.ts'

let folders: Folders

beforeAll(async () => {
  folders = await makeFolders()
}, 2 * patient)

afterAll(() => folders[Symbol.asyncDispose]())

/** The editions that a server kept, asked by starting it once more. */
async function editionsIn(folder: string): Promise<readonly unknown[]> {
  const server = await startPostgres({ folder, environment: npmOnly })
  try {
    return (await query(server.url, 'SELECT edition FROM night')).map(({ edition }) => edition)
  } finally {
    await server.close()
  }
}

describe('a server ends with the process that holds it', { timeout: 2 * patient }, () => {
  test.for(['SIGKILL', 'SIGHUP', 'SIGTERM', 'SIGINT'] as const)('by %s, in good order', async (signal) => {
    const folder = await folders.copy(signal)
    const holder = await startHolder(folder)
    await query(holder.url, 'CREATE TABLE night AS SELECT 1 AS edition')
    const server = serverOf(folder)

    await end(holder, signal)
    await whenGone(server)

    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
    expect(await editionsIn(folder)).toEqual([1])
  })

  test('also when its supervisor is told to end', async () => {
    const folder = await folders.copy('supervisor')
    const holder = await startHolder(folder)
    const server = serverOf(folder)

    process.kill(supervisorOf(server), 'SIGTERM')
    await whenGone(server)
    await end(holder, 'SIGTERM')

    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down')
  })
})

describe('a start', { timeout: 2 * patient }, () => {
  test('ends the server that a killed supervisor left behind, and goes on with what it kept', async () => {
    const folder = await folders.copy('orphan')
    const holder = await startHolder(folder)
    await query(holder.url, 'CREATE TABLE night AS SELECT 1 AS edition')
    const server = serverOf(folder)
    process.kill(supervisorOf(server), 'SIGKILL')
    await end(holder, 'SIGKILL')

    expect(isUp(server)).toBe(true)
    expect(await editionsIn(folder)).toEqual([1])
    expect(isUp(server)).toBe(false)
  })

  test('right after the server was killed recovers what was committed', async () => {
    const folder = await folders.copy('killed')
    const holder = await startHolder(folder)
    await query(holder.url, 'CREATE TABLE night AS SELECT 1 AS edition')

    process.kill(serverOf(folder), 'SIGKILL')

    expect(await editionsIn(folder)).toEqual([1])

    await end(holder, 'SIGTERM')
  })

  test('does not believe a supervisor that has not noticed yet that its server was killed', async () => {
    const folder = await folders.copy('unnoticed')
    const holder = await startHolder(folder)
    await query(holder.url, 'CREATE TABLE night AS SELECT 1 AS edition')
    const supervisor = supervisorOf(serverOf(folder))
    process.kill(supervisor, 'SIGSTOP')
    process.kill(serverOf(folder), 'SIGKILL')

    expect(await editionsIn(folder)).toEqual([1])

    process.kill(supervisor, 'SIGKILL')
    await end(holder, 'SIGTERM')
  })

  test('after one that was killed while it made the data folder makes it anew', async () => {
    const folder = join(folders.root, 'half-made')
    const child = spawnHolder(folder)
    const unfinished = () => globSync(join(folder, 'postgres.unfinished-*'))
    await vi.waitFor(() => expect(unfinished()).toHaveLength(1), { timeout: patient, interval: 5 })
    await end({ process: child }, 'SIGKILL')

    expect(existsSync(join(folder, 'postgres'))).toBe(false)

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, 'SELECT 1 AS one')
    await server.close()

    expect(rows).toEqual([{ one: 1 }])
  })

  test('removes the data folder that a killed process did not finish', async () => {
    const folder = join(folders.root, 'left-behind')
    const gone = spawnSync('true').pid
    mkdirSync(join(folder, `postgres.unfinished-${gone}-abc123`, 'base'), { recursive: true })
    mkdirSync(join(folder, `postgres.unfinished-${process.pid}-abc123`))

    const server = await startPostgres({ folder, environment: npmOnly })
    await server.close()

    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([
      `postgres.unfinished-${process.pid}-abc123`,
    ])
  })

  test('removes locks of a server that is gone, whose number another process has now', async () => {
    const folder = await folders.copy('number')
    const lock = [
      process.pid,
      join(folder, 'postgres'),
      1,
      5432,
      join(folder, 'postgres-socket'),
      '',
      '',
      'ready',
      '',
    ]
    mkdirSync(join(folder, 'postgres-socket'))
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), lock.join('\n'))
    writeFileSync(join(folder, 'postgres-socket', '.s.PGSQL.5432.lock'), lock.slice(0, 5).join('\n'))

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, 'SELECT 1 AS one')
    await server.close()

    expect(rows).toEqual([{ one: 1 }])
  })
})
