import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../archive/connection/connect.ts'
import { migrate } from '../../archive/migrations/migrate.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { createDatabase } from './databases.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { startPostgresServer } from './postgres-server.ts'

/** An empty archive on a PostgreSQL server that no other test uses, so that a test may take it away. */
export interface OwnDatabase extends FreshDatabase {
  /** Ends the server as a power cut would. */
  takeAway(): Promise<void>
  bringBack(): Promise<void>
}

/** Starts one; disposing of it removes all of it. */
export async function ownDatabase(): Promise<OwnDatabase> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-postgres-'))
  stack.defer(() => rm(folder, { recursive: true }))
  let server = await startPostgresServer(folder)
  stack.defer(() => server.stop())
  const url = await createDatabase(server.url)
  await migrate({ url })
  const { db } = stack.adopt(connect({ url }), ({ close }) => close())
  const kept = stack.move()
  return {
    url,
    db,
    archive: postgresArchive(db),
    takeAway: () => server.kill(),
    async bringBack() {
      server = await startPostgresServer(folder)
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
