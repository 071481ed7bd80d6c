import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { end, makeFolders, npmOnly, patient, query, serverOf, startHolder, type Folders } from './servers.ts'

const nobody = 65_534
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] as const
const isRoot = process.getuid?.() === 0
const hasNamespaces = spawnSync('unshare', ['--user', 'true']).status === 0
/** A clone inside of /root is out of reach for others. */
const othersReach = spawnSync(asNobody[0], [...asNobody.slice(1), process.execPath, '--version']).status === 0
/** Process numbers of its own, which begin with 1 again; all of it ends with the first process. */
const inContainer = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']
/** Without a path there is no `unshare`, as on a system that allows no user namespaces. */
const withoutNamespaces = { ...npmOnly, PATH: '' }

let folders: Folders

beforeAll(async () => {
  folders = await makeFolders()
  chmodSync(folders.root, 0o755)
}, 2 * patient)

afterAll(() => folders[Symbol.asyncDispose]())

/** A folder of nobody's, with an empty archive. */
async function folderOfNobody(name: string): Promise<string> {
  const folder = await folders.copy(name)
  execFileSync('chown', ['-R', `${nobody}:${nobody}`, folder])
  return folder
}

function ownerOfData(folder: string): number {
  return statSync(join(folder, 'postgres', 'PG_VERSION')).uid
}

describe.runIf(isRoot)('root, as whom PostgreSQL does not run', { timeout: 2 * patient }, () => {
  test.runIf(hasNamespaces)('starts it in a folder that only root may enter', async () => {
    const locked = join(folders.root, 'locked')
    mkdirSync(locked, { mode: 0o700 })

    const server = await startPostgres({ folder: join(locked, 'nights'), environment: npmOnly })
    const rows = await query(server.url, 'SELECT 1 AS one')
    await server.close()

    expect(rows).toEqual([{ one: 1 }])
    expect(ownerOfData(join(locked, 'nights'))).toBe(0)
  })

  test.runIf(othersReach)(
    'starts it as nobody where there are no user namespaces, and so for ever',
    async () => {
      const folder = join(folders.root, 'given-away')

      const first = await startPostgres({ folder, environment: withoutNamespaces })
      await query(first.url, 'CREATE TABLE night AS SELECT 1 AS edition')
      await first.close()

      expect(ownerOfData(folder)).toBe(nobody)

      const second = await startPostgres({ folder, environment: npmOnly })
      const rows = await query(second.url, 'SELECT edition FROM night')
      await second.close()

      expect(rows).toEqual([{ edition: 1 }])
    },
  )

  test('is told what to do where nobody may not enter the folder', async () => {
    const locked = join(folders.root, 'out-of-reach')
    mkdirSync(locked, { mode: 0o700 })

    const refused = startPostgres({ folder: join(locked, 'nights'), environment: withoutNamespaces })

    await expect(refused).rejects.toThrow(
      /user 65534, who runs it instead, may not enter .*out-of-reach\/nights.*unshare --user/,
    )
  })

  test('is told what to do where root has the data, and there are no user namespaces', async () => {
    const refused = startPostgres({ folder: await folders.copy('of-root'), environment: withoutNamespaces })

    await expect(refused).rejects.toThrow(/of-root\/postgres belongs to root.*chown -R/)
  })

  test.runIf(hasNamespaces)('shares the server of another container', async () => {
    const folder = await folders.copy('container')
    const holder = await startHolder(folder, { before: inContainer })
    await query(holder.url, 'CREATE TABLE night AS SELECT 1 AS edition')

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, 'SELECT edition FROM night')
    await server.close()
    await end(holder, 'SIGKILL')

    expect(server.url).toBe(holder.url)
    expect(rows).toEqual([{ edition: 1 }])
  })

  test.runIf(hasNamespaces)('starts it in a container after the one before was killed', async () => {
    const folder = await folders.copy('containers')
    const first = await startHolder(folder, { before: inContainer })
    await query(first.url, 'CREATE TABLE night AS SELECT 1 AS edition')
    const server = serverOf(folder)
    await end(first, 'SIGKILL')

    const second = await startHolder(folder, { before: inContainer })
    const rows = await query(second.url, 'SELECT edition FROM night')
    const again = serverOf(folder)
    await end(second, 'SIGKILL')

    expect(rows).toEqual([{ edition: 1 }])
    expect(again).toBe(server)
  })

  test.runIf(othersReach)('shares the server of another user', async () => {
    const folder = await folderOfNobody('shared')
    const holder = await startHolder(folder, { before: asNobody })

    const server = await startPostgres({ folder, environment: npmOnly })
    const rows = await query(server.url, 'SELECT 1 AS one')
    await server.close()
    await end(holder, 'SIGTERM')

    expect(server.url).toBe(holder.url)
    expect(rows).toEqual([{ one: 1 }])
  })
})

describe.runIf(isRoot && othersReach)('an ordinary user', { timeout: 2 * patient }, () => {
  test('starts a server of their own', async () => {
    const folder = join(folders.root, 'ordinary', 'nights')
    mkdirSync(dirname(folder))
    chownSync(dirname(folder), nobody, nobody)

    const holder = await startHolder(folder, { before: asNobody })
    const rows = await query(holder.url, 'SELECT 1 AS one')
    await end(holder, 'SIGTERM')

    expect(rows).toEqual([{ one: 1 }])
    expect(ownerOfData(folder)).toBe(nobody)
  })

  test('is told that a data folder is not theirs', async () => {
    const folder = await folders.copy('not-theirs')

    await expect(startHolder(folder, { before: asNobody })).rejects.toThrow(
      `${join(folder, 'postgres')} belongs to another user; run this as that user`,
    )
  })
})
