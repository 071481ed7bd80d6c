import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresBinaries } from './binaries.ts'
import { codeOf, NoPostgres } from './no-postgres.ts'
import { commandOf } from './processes.ts'
import { handOver, processOptions, type RunAs } from './run-as.ts'

const run = promisify(execFile)

const remedy = 'restore it from a backup, or move it away to begin with an empty archive'

/**
 * The major version of PostgreSQL that made a data folder, null where there is none yet.
 * @throws NoPostgres where the folder is damaged or something else
 */
export function versionOf(data: string): number | null {
  const version = read(join(data, 'PG_VERSION'))?.trim() ?? null
  if (version === null && isEmpty(data)) return null
  if (version !== null && /^\d+(\.\d+)?$/.test(version)) return Number.parseInt(version, 10)
  const instead = version === null ? 'is not there' : `holds ${JSON.stringify(version.slice(0, 40))}`
  throw new NoPostgres(
    `expected a data folder of PostgreSQL in ${data}, but its PG_VERSION ${instead}; ${remedy}`,
  )
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    if (codeOf(error) !== 'EACCES') throw error
    throw new NoPostgres(`${dirname(path)} belongs to another user; run this as that user`)
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

/**
 * Makes the data folder with an empty database `nightjar`: all of it or nothing, also when it is killed
 * meanwhile.
 */
export async function makeDataFolder(data: string, binaries: PostgresBinaries, runAs: RunAs): Promise<void> {
  await removeUnfinished(data)
  const unfinished = await mkdtemp(`${unfinishedPrefix(data)}${process.pid}-`)
  try {
    handOver(unfinished, runAs)
    await fill(unfinished, binaries, runAs)
    await rename(unfinished, data)
    await using parent = await open(dirname(data))
    await parent.sync()
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function fill(data: string, { folder, major }: PostgresBinaries, runAs: RunAs): Promise<void> {
  const cluster = ['--username=nightjar', '--auth=trust', '--encoding=UTF8', '--locale=C', '--data-checksums']
  const [program = '', ...initdb] = [...runAs.before, join(folder, 'initdb'), '-D', data, ...cluster]
  const single = ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres']
  const [again = '', ...postgres] = [...runAs.before, join(folder, 'postgres'), ...single]
  try {
    await run(program, initdb, processOptions(runAs.user))
    const made = run(again, postgres, processOptions(runAs.user))
    made.child.stdin?.end('CREATE DATABASE nightjar\n')
    await made
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new NoPostgres(`PostgreSQL ${major} (${folder}) could not make its data folder: ${words.trim()}`)
  }
}

function unfinishedPrefix(data: string): string {
  return `${data}.unfinished-`
}

/** Removes what processes left behind that were killed while they made a data folder. */
async function removeUnfinished(data: string): Promise<void> {
  const prefix = basename(unfinishedPrefix(data))
  for (const name of readdirSync(dirname(data)).filter((each) => each.startsWith(prefix))) {
    const maker = Number.parseInt(name.slice(prefix.length), 10)
    if (commandOf(maker) === null)
      await rm(join(dirname(data), name), { recursive: true, force: true, maxRetries: 10 })
  }
}
