import { inject, onTestFinished } from 'vitest'
import { connect, type Connected, type ConnectOptions } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { createDatabase, dropDatabase } from './databases.ts'

/** So that a busy machine does not make an archive that is away. */
const unhurried = { connectMs: 120_000, statementMs: 120_000 }

/** Makes an empty database on the tests' server; answers its URL. It goes with the server. */
export function emptyDatabase(): Promise<string> {
  return createDatabase(inject('databaseUrl'))
}

/** A migrated database with nothing in it, which is dropped at the end of the test. */
export async function freshArchive(
  options: Partial<ConnectOptions> = {},
): Promise<Pick<Connected, 'db'> & { readonly url: string }> {
  const { db, url, [Symbol.asyncDispose]: dispose } = await freshDatabase(options)
  onTestFinished(() => dispose())
  return { db, url }
}

/** A database of its own, its URL, and the archive in it. */
export interface FreshDatabase extends AsyncDisposable {
  readonly url: string
  readonly db: Connected['db']
  readonly archive: NightArchive
}

/** The archive in a database that is there, brought to the level of today; it stays. */
export async function databaseAt(url: string): Promise<FreshDatabase> {
  await migrate({ url })
  const { db, close } = connect({ url })
  return { url, db, archive: postgresArchive(db), [Symbol.asyncDispose]: close }
}

/** A migrated database with nothing in it, which is dropped when it is disposed of. */
export async function freshDatabase(options: Partial<ConnectOptions> = {}): Promise<FreshDatabase> {
  const server = inject('databaseUrl')
  const url = await createDatabase(server, `template ${inject('databaseTemplate')}`)
  const { db, close } = connect({ ...unhurried, ...options, url })
  return {
    url,
    db,
    archive: postgresArchive(db),
    async [Symbol.asyncDispose]() {
      await close()
      await dropDatabase(server, url)
    },
  }
}
