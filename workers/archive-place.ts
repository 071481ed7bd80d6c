import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveReader } from '../archive/archive-reader.ts'
import type { Settings } from './config/config.ts'

/** What a program says that needs a database and was told none. */
export const noDatabase =
  'no database is named for the archive; set NIGHTJAR_DATABASE_URL to the URL of a PostgreSQL database, such as ' +
  'postgresql://nightjar@localhost/nightjar ("nightjar dev" brings one of its own)'

/** The URL of the archive's database: `NIGHTJAR_DATABASE_URL`, else that of the configuration; null where neither says one. */
export function databaseUrl(
  { archive }: Pick<Settings, 'archive'>,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  return environment['NIGHTJAR_DATABASE_URL'] ?? archive.url ?? null
}

/** Whether the configured folder has the database of an embedded server. */
function hasEmbedded({ folder }: Pick<Settings, 'folder'>): boolean {
  return existsSync(join(folder, 'postgres'))
}

/**
 * Asks the archive, and can only read: the database that is named, else the one that `nightjar dev` keeps in the folder.
 * Null where there is neither. @throws ArchiveAway
 */
export async function askArchive<Answer>(
  settings: Settings,
  ask: (archive: ArchiveReader) => Promise<Answer>,
): Promise<Answer | null> {
  await using stack = new AsyncDisposableStack()
  const named = databaseUrl(settings)
  if (named === null && !hasEmbedded(settings)) return null
  const url = named ?? (await embedded(settings, stack))
  const { connectReading } = await import('../archive/connection/connect.ts')
  const { archiveReader } = await import('../archive/postgres-archive.ts')
  const { db } = stack.adopt(connectReading({ url, connections: 2 }), ({ close }) => close())
  return await ask(archiveReader(db))
}

async function embedded({ folder }: Settings, stack: AsyncDisposableStack): Promise<string> {
  const { startPostgres } = await import('./postgres/embedded-postgres.ts')
  return stack.adopt(await startPostgres({ folder }), (server) => server.close()).url
}
