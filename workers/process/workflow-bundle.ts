import { execFile } from 'node:child_process'
import { accessSync, constants, globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { WorkflowBundlePath } from '@temporalio/worker'
import { encodingFailures } from '../codec/data-converter.ts'
import { bundleKey } from './bundle-key.ts'
import { bundler, sealOf } from './bundle-workflows.ts'

const longestMs = 180_000

/** How many bundles of other sources are left in a folder. */
const kept = 3

/**
 * The bundled workflows, as a file named after a hash of their sources. If no folder has a whole one, a
 * process of its own makes it in the first folder that can be written to. Workflows that encode the messages
 * of their failures are another bundle.
 * @throws Error if the workflows cannot be bundled, or no folder can be written to
 */
export async function workflowBundle(
  folders: readonly string[],
  { encodes = false }: { readonly encodes?: boolean } = {},
): Promise<WorkflowBundlePath> {
  const name = `workflows-${bundleKey()}${encodes ? '-encoding' : ''}.js`
  const places = folders.map((folder) => join(folder, 'bundles'))
  const there = places.map((place) => join(place, name)).find(isWhole)
  if (there !== undefined) return { codePath: there }
  const place = places.find(isWritable)
  if (place === undefined)
    throw new Error(`expected to write the bundled workflows into ${places.join(' or ')}`)
  const codePath = join(place, name)
  await promisify(execFile)(process.execPath, [bundler, codePath, ...(encodes ? [encodingFailures] : [])], {
    timeout: longestMs,
  })
  removeOld(place)
  return { codePath }
}

/** A full disk or a crash may have cut a file. */
function isWhole(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8')
    const end = text.indexOf('\n') + 1
    return end > 0 && text.slice(0, end) === sealOf(text.slice(end))
  } catch {
    return false
  }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function removeOld(folder: string): void {
  const files = globSync(join(folder, 'workflows-*.js')).map((path) => ({ path, at: statSync(path).mtimeMs }))
  for (const { path } of files.toSorted((a, b) => b.at - a.at).slice(kept)) rmSync(path, { force: true })
}
