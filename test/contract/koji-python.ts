import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../../.tools/koji-1.36.1', import.meta.url))

/**
 * Puts Koji's own Python client into a folder of its own, once; whether it is there then.
 * Its declared dependencies need Kerberos headers, so only those that it imports are installed.
 */
export async function installKoji(): Promise<boolean> {
  if (existsSync(folder)) return true
  const half = `${folder}.${process.pid}`
  try {
    await mkdir(half, { recursive: true })
    await pip(half, '--no-deps', 'koji==1.36.1')
    await pip(half, 'defusedxml', 'python-dateutil', 'requests', 'six')
    await rename(half, folder)
    return true
  } catch {
    return existsSync(folder)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/** What a program of this folder prints, which asks a hub through Koji's own client. */
export async function askInPython(program: string, hub: string, question: string): Promise<unknown> {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const { stdout } = await run('python3', [file, hub, question], {
    env: { ...process.env, PYTHONPATH: folder },
    timeout: 300_000,
    maxBuffer: 64 * 2 ** 20,
  })
  return JSON.parse(stdout)
}

async function pip(target: string, ...packages: readonly string[]): Promise<void> {
  await run('python3', ['-m', 'pip', 'install', '--quiet', '--no-input', '--target', target, ...packages], {
    timeout: 600_000,
  })
}
