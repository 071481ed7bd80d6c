import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installOnce, pip } from './python-packages.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../../.tools/koji-1.36.1', import.meta.url))

/**
 * Puts Koji's own Python client into a folder of its own, once; whether it is there then.
 * Its declared dependencies need Kerberos headers, so only those that it imports are installed.
 */
export async function installKoji(): Promise<boolean> {
  return await installOnce(folder, async (half) => {
    await pip(half, ['--no-deps', 'koji==1.36.1'])
    await pip(half, ['defusedxml', 'python-dateutil', 'requests', 'six'])
  })
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
