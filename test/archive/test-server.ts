import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../archive/migrations/migrate.ts'
import { asAdmin, createDatabase, dropDatabase } from './databases.ts'
import { startPostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    /** The name of a migrated database that tests copy. */
    databaseTemplate: string
  }
}

/**
 * One real PostgreSQL for all tests of a run: that of `NIGHTJAR_TEST_DATABASE_URL` where it is set, else one
 * of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // No test writes into the archive of somebody's real nights.
  delete process.env['NIGHTJAR_DATABASE_URL']
  const server = await serverOf(process.env['NIGHTJAR_TEST_DATABASE_URL'])
  const template = await createDatabase(server.url)
  await migrate({ url: template })
  // Nobody connects to it, or it could not be copied.
  await asAdmin(server.url, `alter database ${nameOf(template)} allow_connections false`)
  project.provide('databaseUrl', server.url)
  project.provide('databaseTemplate', nameOf(template))
  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function serverOf(given: string | undefined): Promise<{ url: string; stop: () => Promise<void> }> {
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() }
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-postgres-'))
  const server = await startPostgresServer(folder, ['fsync=off', 'max_connections=400'])
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}
