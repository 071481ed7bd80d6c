import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposableSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Ended } from '../nightjar.ts'

const program = resolve('cli/main.ts')

/** A folder of its own, which goes when the test ends. */
export function ownFolder(): string {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'nightjar-setup-'))
  onTestFinished(() => folder.remove())
  return folder.path
}

/** Runs `nightjar` in a folder that is also the home of its user, with these variables and no others. */
export async function nightjarIn(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ])
  return { code: typeof code === 'number' ? code : null, stdout, stderr }
}

/** The files below a folder, as paths from it. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replace(folder, ''))
    .toSorted()
}
