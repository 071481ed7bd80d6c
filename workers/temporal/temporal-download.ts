import { readdir } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes Temporal's SDK download the CLI into `folder`, by starting a server once; returns the CLI's path. It
 * needs access to Temporal's download site, which many closed networks block.
 */
export async function downloadCli(version: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const executable = { type: 'cached-download', version: `v${version}`, downloadDir: folder } as const
  const environment = await TestWorkflowEnvironment.createLocal({ server: { ip: '127.0.0.1', executable } })
  await environment.teardown()
  const name = (await readdir(folder)).find((file) => file.startsWith('temporal'))
  if (name === undefined) throw new Error(`the download left no temporal in ${folder}`)
  return join(folder, name)
}
