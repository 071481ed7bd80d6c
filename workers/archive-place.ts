import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseUrlForms, readDatabaseUrl } from '../archive/connection/database-url.ts'
import type { ArchiveReader } from '../archive/archive-reader.ts'
import type { ArchiveDb } from '../archive/schema/database.ts'
import { ConfigMistakes, type Settings } from './config/config.ts'
import { secretOf } from './config/secret-of.ts'

/** What a program says that needs a database and was told none. */
export const noDatabase =
  'no database is named for the archive; set NIGHTJAR_DATABASE_URL to the URL of a PostgreSQL database, such as ' +
  'postgresql://nightjar@localhost/nightjar ("nightjar dev" brings one of its own)'

/**
 * The URL of the archive's database: `NIGHTJAR_DATABASE_URL`, itself or from a file, else that of the
 * configuration; null where nothing says one. @throws ConfigMistakes
 */
export function databaseUrl(
  { archive }: Pick<Settings, 'archive'>,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  const secret = secretOf('NIGHTJAR_DATABASE_URL', environment)
  if (secret === null) return archive.url ?? null
  if (readDatabaseUrl(secret.value) !== null) return secret.value
  const from = secret.file === null ? secret.variable : `${secret.file} (${secret.variable})`
  throw new ConfigMistakes(`expected ${databaseUrlForms}, in ${from}`)
}

/** Whether there is an archive to ask. */
export function hasArchive(settings: Settings): boolean {
  return databaseUrl(settings) !== null || hasEmbedded(settings)
}

/** Whether the configured folder has the database of an embedded server. */
function hasEmbedded({ folder }: Settings): boolean {
  return existsSync(join(folder, 'postgres'))
}

/**
 * Asks the archive, and can only read: the database that is named, else the one that `nightjar dev` keeps in
 * the folder. Null where there is neither. @throws ArchiveAway
 */
export async function askArchive<Answer>(
  settings: Settings,
  ask: (archive: ArchiveReader) => Promise<Answer>,
): Promise<Answer | null> {
  const { archiveReader } = await import('../archive/postgres-archive.ts')
  return readDatabase(settings, (db) => ask(archiveReader(db)))
}

/**
 * Reads the archive's database, which is found as by {@link askArchive}.
 * @throws ArchiveAway, ProgramTooOld, ArchiveTooOld
 */
export async function readDatabase<Answer>(
  settings: Settings,
  read: (db: ArchiveDb) => Promise<Answer>,
): Promise<Answer | null> {
  const { connectReading } = await import('../archive/connection/connect.ts')
  const { requireReadable } = await import('../archive/migrations/levels.ts')
  const { programLevel } = await import('../archive/migrations/migrate.ts')
  return withUrl(settings, async (url) => {
    const { db, close } = connectReading({ url, connections: 2 })
    await using _ = { [Symbol.asyncDispose]: close }
    await requireReadable(db, programLevel())
    return await read(db)
  })
}

/**
 * Reads the archive's database of whatever level it is, and gives up soon.
 * @throws ArchiveAway, and the database's error where it has not what is asked for
 */
export async function readAnyLevel<Answer>(
  settings: Settings,
  read: (db: ArchiveDb) => Promise<Answer>,
): Promise<Answer | null> {
  const { connectReading } = await import('../archive/connection/connect.ts')
  return withUrl(settings, async (url) => {
    const { db, close } = connectReading({ url, connections: 1, statementMs: 10_000 })
    await using _ = { [Symbol.asyncDispose]: close }
    return await read(db)
  })
}

/**
 * Changes the archive's database, which is found as by {@link askArchive}, and first brings it to this
 * program's level. @throws ArchiveAway, ProgramTooOld
 */
export async function changeDatabase<Answer>(
  settings: Settings,
  change: (db: ArchiveDb) => Promise<Answer>,
): Promise<Answer | null> {
  const { connect } = await import('../archive/connection/connect.ts')
  const { migrate } = await import('../archive/migrations/migrate.ts')
  return withUrl(settings, async (url) => {
    await migrate({ url })
    const { db, close } = connect({ url, connections: 2 })
    await using _ = { [Symbol.asyncDispose]: close }
    return await change(db)
  })
}

/** Acts with the URL of the database that is named, else of the one in the folder; null without one. */
export async function withUrl<Answer>(
  settings: Settings,
  act: (url: string) => Promise<Answer>,
): Promise<Answer | null> {
  const named = databaseUrl(settings)
  if (named !== null) return act(named)
  if (!hasEmbedded(settings)) return null
  const { startPostgres } = await import('./postgres/embedded-postgres.ts')
  const server = await startPostgres(settings)
  await using _ = { [Symbol.asyncDispose]: () => server.close() }
  return await act(server.url)
}
