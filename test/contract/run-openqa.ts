import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Starts a real openQA, holds the contract against it and stops it. Where none can be had it says so by name and
 * counts as done; it fails where openQA breaks the contract, or could be had and did not start.
 */
async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-openqa-'))
  const port = await freePort()
  const key = hexKey()
  const secret = hexKey()
  const began = performance.now()
  try {
    const started = await run(up, ['up', folder, String(port), key, secret, here('openqa-templates.json')])
    if (started === unavailable) {
      console.log(
        'skipped: the openQA contract on a real server (it cannot be had on this machine, see above)',
      )
      return 0
    }
    if (started !== 0) return started
    console.log(`a real openQA is up after ${seconds(began)} s`)
    return await run(process.execPath, [vitest, 'run', '--root', root, 'test/contract/openqa-real.test.ts'], {
      NIGHTJAR_OPENQA_URL: `http://127.0.0.1:${port}`,
      NIGHTJAR_OPENQA_KEY: key,
      NIGHTJAR_OPENQA_SECRET: secret,
    })
  } finally {
    await run(up, ['down', folder])
    await rm(folder, { recursive: true, force: true })
    console.log(`the openQA stage took ${seconds(began)} s`)
  }
}

/** The exit code of the script where a real openQA cannot be had (EX_UNAVAILABLE). */
const unavailable = 69

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const up = here('openqa-up.sh')
const root = here('../..')
const vitest = here('../../node_modules/vitest/vitest.mjs')

async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code]: unknown[] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

/** openQA's daemons and the database take the six ports after it as well. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 19_526
}

function hexKey(): string {
  return randomBytes(8).toString('hex').toUpperCase()
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

process.exitCode = await main()
