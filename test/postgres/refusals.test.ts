import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { binariesFor } from '../../workers/postgres/binaries.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { npmBinFolder } from '../../workers/postgres/npm-binaries.ts'
import { runAsFor } from '../../workers/postgres/run-as.ts'
import { isUp, makeFolders, npmOnly, patient, query, serverOf, type Folders } from './servers.ts'

let folders: Folders

beforeAll(async () => {
  folders = await makeFolders()
}, 2 * patient)

afterAll(() => folders[Symbol.asyncDispose]())

/** What a start says that is refused. */
async function refusalOf(folder: string): Promise<string> {
  const started = startPostgres({ folder, environment: npmOnly })
  const error: unknown = await started.then(
    async (server) => await server.close(),
    (refused: unknown) => refused,
  )
  expect(error).toMatchObject({ name: 'NoPostgres' })
  return error instanceof Error ? error.message : ''
}

/** A bin folder whose `postgres` says that it is of a version. */
function binOf(version: string): string {
  const folder = join(folders.root, 'bin', version)
  mkdirSync(folder, { recursive: true })
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${name} (PostgreSQL) ${version}'\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

describe('a start is refused', { timeout: 2 * patient }, () => {
  test('where another major version made the folder, with the versions and what to do', async () => {
    const folder = await folders.copy('version')
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '14\n')

    const message = await refusalOf(folder)

    expect(message).toContain(`${join(folder, 'postgres')} was made by PostgreSQL 14`)
    expect(message).toContain(`found: 18 (${npmBinFolder()})`)
    expect(message).toContain('NIGHTJAR_POSTGRES_BIN')
    expect(message).toContain('pg_dump')
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('14\n')
  })

  test('where something else is in the place of the data folder', async () => {
    const folder = join(folders.root, 'something-else')
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'holiday.jpg'), '')

    const message = await refusalOf(folder)

    expect(message).toContain(`expected a data folder of PostgreSQL in ${join(folder, 'postgres')}`)
    expect(message).toContain('its PG_VERSION is not there')
    expect(message).toContain('move it away')
  })

  test('where the version cannot be read', async () => {
    const folder = await folders.copy('garbled')
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), 'eighteen')

    expect(await refusalOf(folder)).toContain('its PG_VERSION holds "eighteen"')
  })

  test('where the data is damaged, with what PostgreSQL says and where its log is', async () => {
    const folder = await folders.copy('damaged')
    rmSync(join(folder, 'postgres', 'global', 'pg_control'))

    const message = await refusalOf(folder)

    expect(message).toContain('PostgreSQL did not start (exit 2)')
    expect(message).toContain(`${join(folder, 'postgres.log')} ends with:`)
    expect(message).toContain('global/pg_control": No such file or directory')
    expect(message).toContain('restore it from a backup')
  })

  test('where the folder has no database of Nightjar, and the server ends', async () => {
    const folder = await folders.copy('foreign')
    const server = await startPostgres({ folder, environment: npmOnly })
    await query(server.url.replace('/nightjar?', '/postgres?'), 'ALTER DATABASE nightjar RENAME TO blog')
    const pid = serverOf(folder)
    await server.close()

    const message = await refusalOf(folder)

    expect(message).toContain('database "nightjar" does not exist')
    expect(message).toContain('was not made by Nightjar')
    expect(isUp(pid)).toBe(false)
  })

  test('where somebody started a server of the folder by hand, which goes on', async () => {
    const folder = await folders.copy('by-hand')
    const data = join(folder, 'postgres')
    const { before } = await runAsFor(data, process.env)
    const [program, ...args] = [
      ...before,
      join(npmBinFolder(), 'postgres'),
      '-D',
      data,
      '-k',
      folder,
      '-h',
      '',
    ]
    const byHand = spawn(program, args, { stdio: 'ignore' })
    await vi.waitFor(() => expect(serverOf(folder)).toBe(byHand.pid), { timeout: patient })

    const message = await refusalOf(folder)

    expect(message).toContain(`process ${byHand.pid}`)
    expect(message).toContain('stop it first')
    expect(byHand.exitCode).toBeNull()

    byHand.kill('SIGINT')
    await once(byHand, 'exit')
  })
})

describe('the PostgreSQL that is taken', () => {
  test('is the newest of the system for a new folder, and of the version that made it for another', async () => {
    const [old, newer, newest] = [binOf('21.4'), binOf('22beta1'), binOf('23.0 (Fedora 23.0-1)')]
    const environment = { PATH: [newer, newest, old].join(':') }

    expect(await binariesFor('/data', null, environment)).toEqual({ folder: newest, major: 23 })
    expect(await binariesFor('/data', 21, environment)).toEqual({ folder: old, major: 21 })
    expect(await binariesFor('/data', 18, environment)).toEqual({ folder: npmBinFolder(), major: 18 })
  })

  test('is the one in NIGHTJAR_POSTGRES_BIN and no other', async () => {
    const named = binOf('22.1')
    const environment = { PATH: binOf('23.1'), NIGHTJAR_POSTGRES_BIN: named }

    expect(await binariesFor('/data', null, environment)).toEqual({ folder: named, major: 22 })
    await expect(binariesFor('/data', 23, environment)).rejects.toThrow(
      `/data was made by PostgreSQL 23, which cannot be found here; found: 22 (${named})`,
    )
  })

  test('is never older than 15; the error says what was tried and what to install', async () => {
    const environment = { NIGHTJAR_POSTGRES_BIN: binOf('14.9') }

    await expect(binariesFor('/data', null, environment)).rejects.toThrow(
      /expected PostgreSQL 15 or newer[^]*14\.9 is older than 15[^]*dnf install postgresql-server/,
    )
  })
})
