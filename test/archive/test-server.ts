import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/** One real PostgreSQL for all tests of a run: that of `NIGHTJAR_TEST_DATABASE_URL` where it is set, else one of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['NIGHTJAR_TEST_DATABASE_URL']
  if (given !== undefined) {
    project.provide('databaseUrl', given)
    return async () => {}
  }
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-postgres-'))
  const server = await startPostgresServer(folder, ['fsync=off'])
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
