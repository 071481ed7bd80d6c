import { readdirSync } from 'node:fs'
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

let folders: Folders

beforeAll(async () => {
  folders = await makeFolders()
}, 2 * patient)

afterAll(() => folders[Symbol.asyncDispose]())

describe('two processes with one folder', { timeout: 2 * patient }, () => {
  test('share a server, which ends with the last of them', async () => {
    const folder = await folders.copy('shared')
    const first = await startHolder(folder)
    const server = serverOf(folder)
    const second = await startPostgres({ folder, environment: npmOnly })

    expect(second.url).toBe(first.url)

    await end(first, 'SIGTERM')

    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(serverOf(folder)).toBe(server)

    await second.close()

    expect(isUp(server)).toBe(false)
  })

  test('do not wait for each other when the first lets go', async () => {
    const folder = await folders.copy('left')
    const first = await startPostgres({ folder, environment: npmOnly })
    const second = await startPostgres({ folder, environment: npmOnly })

    await first.close()
    const rows = await query(second.url, 'SELECT 1 AS one')
    await second.close()

    expect(rows).toEqual([{ one: 1 }])
  })

  test('start one server when they start at the same time, from nothing', async () => {
    const folder = join(folders.root, 'at-once')

    const both = await Promise.all([startHolder(folder), startHolder(folder)])
    const rows = await Promise.all(
      both.map(({ url }) => query(url, 'SELECT pg_postmaster_start_time()::text AS t')),
    )
    await Promise.all(both.map((each) => end(each, 'SIGTERM')))

    expect(rows[0]).toEqual(rows[1])
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres-socket', 'postgres.log'])
  })

  test('each have a server that answers, also when one starts while the other lets go', async () => {
    const folder = await folders.copy('hand-over')
    let server = await startPostgres({ folder, environment: npmOnly })

    for (let round = 0; round < 8; round += 1) {
      const [next] = await Promise.all([startPostgres({ folder, environment: npmOnly }), server.close()])
      server = next

      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    }
    await server.close()
  })
})
