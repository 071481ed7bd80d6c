import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '../free-ports.ts'

/** Tests that need a real openQA, and the openQA that they need. */
export interface OpenQaStage {
  /** What is tested, as the log calls it. */
  readonly name: string
  /** The test file, from the repository's folder, or what the paths of several begin with. */
  readonly tests: string
  /** In the form of `openqa-load-templates`. */
  readonly templates: object
  /** Workers without a virtual machine; 0 where the tests end the jobs themselves. */
  readonly workers: number
}

/**
 * Starts a real openQA, runs a stage's tests on it and stops it; answers the exit code. Where none can be had
 * it says so by name and counts as done; it fails where a test fails, or openQA could be had and did not
 * start.
 */
export async function runOnOpenQa({ name, tests, templates, workers }: OpenQaStage): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-openqa-'))
  const port = await freePorts()
  const key = hexKey()
  const secret = hexKey()
  const began = performance.now()
  try {
    const file = join(folder, 'templates.json')
    await writeFile(file, JSON.stringify(templates))
    const started = await run(script, ['up', folder, String(port), key, secret, file, String(workers)])
    if (started === unavailable) {
      console.log(`skipped: ${name} (openQA is not here, see above; root can install it on Debian)`)
      return 0
    }
    if (started !== 0) return started
    console.log(`a real openQA is up after ${seconds(began)} s`)
    return await run(process.execPath, [vitest, 'run', '--root', root, tests], {
      NIGHTJAR_OPENQA_URL: `http://127.0.0.1:${port}`,
      NIGHTJAR_OPENQA_KEY: key,
      NIGHTJAR_OPENQA_SECRET: secret,
    })
  } finally {
    await run(script, ['down', folder])
    await rm(folder, { recursive: true, force: true })
    console.log(`the stage took ${seconds(began)} s: ${name}`)
  }
}

/** The exit code of the script where a real openQA cannot be had (EX_UNAVAILABLE). */
const unavailable = 69

const root = fileURLToPath(new URL('../..', import.meta.url))
const script = join(root, 'test/real/openqa-up.sh')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

let running: ChildProcess | null = null
// What is told to stop still has to stop its openQA, and does so once the tests are gone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running?.kill(signal))

async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  running = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code]: unknown[] = await once(running, 'exit')
  return typeof code === 'number' ? code : 1
}

function hexKey(): string {
  return randomBytes(8).toString('hex').toUpperCase()
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}
