import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import {
  end,
  isUp,
  makeFolders,
  npmOnly,
  patient,
  query,
  serverOf,
  startHolder,
  type Folders,
} from './servers.ts'

const [system] = globSync('/usr/lib/postgresql/*/bin')
const systemOnly = { ...process.env, NIGHTJAR_POSTGRES_BIN: system }

let folders: Folders

beforeAll(async () => {
  folders = await makeFolders()
}, 2 * patient)

afterAll(() => folders[Symbol.asyncDispose]())

describe('an embedded PostgreSQL', { timeout: 2 * patient }, () => {
  test.for([
    { which: 'npm', environment: npmOnly },
    { which: 'the system', environment: systemOnly },
  ])(
    'of $which starts from nothing, and again with what was written',
    async ({ which, environment }, { skip }) => {
      if (which === 'the system' && system === undefined)
        skip('no PostgreSQL is installed in /usr/lib/postgresql')
      const folder = join(folders.root, which, 'not there yet', 'Nächte')

      const first = await startPostgres({ folder, environment })
      await query(first.url, 'CREATE TABLE night AS SELECT 1 AS edition')
      const server = serverOf(folder)
      await first.close()

      expect(isUp(server)).toBe(false)

      const second = await startPostgres({ folder, environment })
      const rows = await query(second.url, 'SELECT edition FROM night')
      await second.close()

      expect(rows).toEqual([{ edition: 1 }])
      expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres-socket', 'postgres.log'])
    },
  )

  test('syncs what it writes, is small, and is heard on a socket that only its user may open', async () => {
    const folder = await folders.copy('settings')
    const names =
      "'fsync', 'listen_addresses', 'max_connections', 'server_encoding', 'data_checksums', 'TimeZone'"

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, `SELECT name, setting FROM pg_settings WHERE name IN (${names})`)
    await server.close()

    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC',
      data_checksums: 'on',
      fsync: 'on',
      listen_addresses: '',
      max_connections: '50',
      server_encoding: 'UTF8',
    })
    expect((statSync(join(folder, 'postgres-socket')).mode & 0o777).toString(8)).toBe('700')
  })

  test('has a URL for psql and pg_dump too', async ({ skip }) => {
    if (!existsSync('/usr/bin/psql')) skip('psql is not installed')
    const server = await startPostgres({ folder: await folders.copy('psql'), environment: npmOnly })

    const answer = execFileSync('psql', [server.url, '-Atc', 'SELECT current_database(), current_user'])
    await server.close()

    expect(String(answer)).toBe('nightjar|nightjar\n')
  })

  test('serves a folder whose path is too long for a socket', async () => {
    const folder = await folders.copy('a-project-far-down/'.repeat(6))

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, 'SELECT 1 AS one')
    await server.close()
    await rm(readlinkSync(join(folder, 'postgres-socket')), { recursive: true })

    expect(rows).toEqual([{ one: 1 }])
  })

  test('does not mind the variables by which a person names another server', async () => {
    const others = {
      PGPORT: '1',
      PGHOST: 'localhost',
      PGDATA: '/nowhere',
      PGSSLMODE: 'require',
      PGUSER: 'me',
    }

    const holder = await startHolder(await folders.copy('variables'), {
      environment: { ...npmOnly, ...others },
    })
    const rows = await query(holder.url, 'SELECT 1 AS one')
    await end(holder, 'SIGTERM')

    expect(rows).toEqual([{ one: 1 }])
  })
})
