import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const name = 'the channel of Matrix on a real homeserver'
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}.tools/synapse-1.163.2`

/** Puts the homeserver into a folder of its own, once; why it is not there, or null. */
function installed(): string | null {
  if (existsSync(folder)) return null
  const half = `${folder}.half`
  try {
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true })
    execFileSync('python3', ['-m', 'venv', half], { stdio: 'inherit' })
    const packages = ['matrix-synapse==1.163.2']
    execFileSync(`${half}/bin/python`, ['-m', 'pip', 'install', '--quiet', '--no-input', ...packages], {
      stdio: 'inherit',
      timeout: 600_000,
    })
    renameSync(half, folder)
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

const why = installed()
if (why === null) {
  const vitest = `${root}node_modules/vitest/vitest.mjs`
  const tests = ['run', '--root', root, 'test/contract/matrix-real.test.ts']
  const env = { ...process.env, NIGHTJAR_SYNAPSE_PYTHON: `${folder}/bin/python` }
  process.exitCode = spawnSync(process.execPath, [vitest, ...tests], { stdio: 'inherit', env }).status ?? 1
} else console.log(`skipped: ${name} (matrix-synapse could not be installed: ${why})`)
