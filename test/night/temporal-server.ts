import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startTemporal } from '../../workers/temporal/embedded-temporal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    temporalAddress: string
  }
}

/** One real Temporal server for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-temporal-'))
  const server = await startTemporal(folder, { database: 'memory' })
  project.provide('temporalAddress', server.address)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
