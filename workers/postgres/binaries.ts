import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { NoPostgres } from './no-postgres.ts'
import { npmBinFolder, npmPackage } from './npm-binaries.ts'

const run = promisify(execFile)

/** A folder with `initdb` and `postgres`, and their major version. */
export interface PostgresBinaries {
  readonly folder: string
  readonly major: number
}

const oldest = 15

/**
 * The PostgreSQL for a data folder: of the version that made it, or any for a new one (`madeBy` null). It is
 * the one in `NIGHTJAR_POSTGRES_BIN` and no other where that is set, else the newest of the system, else
 * npm's.
 * @throws NoPostgres that says what is here, and what to do
 */
export async function binariesFor(
  data: string,
  madeBy: number | null,
  environment: NodeJS.ProcessEnv,
): Promise<PostgresBinaries> {
  const named = environment['NIGHTJAR_POSTGRES_BIN']
  const searches = named ? [() => tryAll([named])] : [() => system(environment), () => npm()]
  const found: PostgresBinaries[] = []
  const failures: string[] = []
  for (const search of searches) {
    const results = await search()
    found.push(...results.filter((each) => typeof each !== 'string'))
    failures.push(...results.filter((each) => typeof each === 'string'))
    const fitting = found.find(({ major }) => madeBy === null || major === madeBy)
    if (fitting) return fitting
  }
  throw new NoPostgres(
    madeBy === null || found.length === 0 ? nothingFound(failures) : otherVersion(data, madeBy, found),
  )
}

/** Binaries that run, or why a folder has none. */
type Found = PostgresBinaries | string

/**
 * The newest first. Systems keep them on PATH (Fedora), or in a folder for each version (Debian,
 * postgresql.org).
 */
async function system({ PATH = '' }: NodeJS.ProcessEnv): Promise<readonly Found[]> {
  const byVersion = globSync(['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin'])
  const folders = new Set([...PATH.split(delimiter), ...byVersion])
  const found = await tryAll([...folders].filter((folder) => folder && existsSync(join(folder, 'postgres'))))
  const age = (each: Found) => (typeof each === 'string' ? 0 : -each.major)
  return found.length === 0
    ? ['  the system: no postgres on PATH, in /usr/lib/postgresql or in /usr/pgsql-*']
    : found.toSorted((a, b) => age(a) - age(b))
}

async function npm(): Promise<readonly Found[]> {
  try {
    return await tryAll([npmBinFolder()])
  } catch (error) {
    return [`  npm ${npmPackage}: ${inShort(error)}`]
  }
}

async function tryAll(folders: readonly string[]): Promise<readonly Found[]> {
  return await Promise.all(
    folders.map((folder) =>
      working(resolve(folder)).catch((error: unknown) => `  ${folder}: ${inShort(error)}`),
    ),
  )
}

async function working(folder: string): Promise<PostgresBinaries> {
  const { stdout } = await run(join(folder, 'postgres'), ['--version'], { timeout: 20_000 })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1])
  if (Number.isNaN(major))
    throw new Error(`expected the version of a PostgreSQL, but it says "${stdout.trim()}"`)
  if (major < oldest) throw new Error(`${stdout.trim()} is older than ${oldest}`)
  if (!existsSync(join(folder, 'initdb'))) throw new Error('postgres is there, but no initdb')
  return { folder, major }
}

function inShort(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}

function nothingFound(failures: readonly string[]): string {
  return [
    `expected PostgreSQL ${oldest} or newer, but found none that runs:`,
    ...failures,
    'Install it (Fedora: dnf install postgresql-server; Debian: apt-get install postgresql), set NIGHTJAR_POSTGRES_BIN to ' +
      'its bin folder, or set NIGHTJAR_DATABASE_URL to a server.',
  ].join('\n')
}

function otherVersion(data: string, madeBy: number, found: readonly PostgresBinaries[]): string {
  const here = found.map(({ major, folder }) => `${major} (${folder})`).join(', ')
  return [
    `${data} was made by PostgreSQL ${madeBy}, which cannot be found here; found: ${here}.`,
    `To go on with it, install PostgreSQL ${madeBy}, or set NIGHTJAR_POSTGRES_BIN to its bin folder.`,
    `To move it to another version: start it once more with PostgreSQL ${madeBy}, save it with pg_dump, stop it, move the ` +
      'folder away, start the newer version, and restore the dump with psql.',
  ].join('\n')
}
