import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const name = 'channels with a real Matrix homeserver and feedparser'
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}.tools/channels-1`

/** Puts the other sides of channels into a folder of their own, once; why they are not there, or null. */
function installed(): string | null {
  if (existsSync(folder)) return null
  const half = `${folder}.half`
  try {
    rmSync(half, { recursive: true, force: true })
    mkdirSync(half, { recursive: true })
    execFileSync('python3', ['-m', 'venv', half], { stdio: 'inherit' })
    const packages = ['matrix-synapse==1.163.2', 'feedparser==6.0.14']
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
  const tests = [
    'run',
    '--root',
    root,
    'test/contract/matrix-real.test.ts',
    'test/contract/atom-real.test.ts',
  ]
  const env = { ...process.env, NIGHTJAR_CHANNELS_PYTHON: `${folder}/bin/python` }
  process.exitCode = spawnSync(process.execPath, [vitest, ...tests], { stdio: 'inherit', env }).status ?? 1
} else console.log(`skipped: ${name} (they could not be installed: ${why})`)
