import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { tools } from '../../workers/folders.ts'
import { workflowBundle } from '../../workers/process/workflow-bundle.ts'
import { startTemporal } from '../../workers/temporal/embedded-temporal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    temporalAddress: string
    /** The file that the workflows are bundled into. */
    workflowCode: string
  }
}

/** One real Temporal server, and one bundle of the workflows, for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-temporal-'))
  const server = await startTemporal(folder, { database: 'memory' })
  project.provide('temporalAddress', server.address)
  const { codePath } = await workflowBundle([tools, folder])
  project.provide('workflowCode', codePath)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
