import { readdir } from 'node:fs/promises'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lets Temporal's SDK fetch its own pinned CLI into `folder`, by starting a server with it once; answers the CLI's path.
 * It reaches Temporal's download site, which many closed networks do not.
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
