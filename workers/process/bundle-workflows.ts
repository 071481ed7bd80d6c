import { createHash } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { programFile } from '../folders.ts'

/** This file, for a process of its own: bundling takes memory that a worker would keep. */
export const bundler: string = fileURLToPath(import.meta.url)

/** The first line of a bundle: what the rest must hash to. */
export function sealOf(code: string): string {
  return `// sha256 ${createHash('sha256').update(code).digest('hex')}\n`
}

/** Bundles the workflows into a file, which is there as a whole or not at all. */
async function bundleInto(path: string, failureConverterPath: string | undefined): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: programFile('workflows/index'),
    ...(failureConverterPath !== undefined && { failureConverterPath }),
    logger: new DefaultLogger('ERROR'),
  })
  const part = `${path}.${process.pid}`
  writeFileSync(part, sealOf(code) + code, { mode: 0o644, flush: true })
  renameSync(part, path)
}

const [path, failures] = process.argv.slice(2)
if (import.meta.main && path !== undefined) await bundleInto(path, failures)
