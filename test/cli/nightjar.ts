import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** How a command ended, and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `nightjar` as a process of its own, as a person would, with nothing of a terminal about it. */
export async function nightjar(...args: readonly string[]): Promise<Ended> {
  return (await startNightjar(...args)).ended
}

/** The same, while it runs. */
export async function startNightjar(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
  const child = spawn(process.execPath, ['cli/main.ts', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await once(child, 'spawn')
  const end = async (): Promise<Ended> => {
    const [[code], stdout, stderr] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ])
    return { code: typeof code === 'number' ? code : null, stdout, stderr }
  }
  return { child, ended: end() }
}
