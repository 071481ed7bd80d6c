/**
 * Packs Nightjar, installs the package as root would, and uses it as a user who may not write to it. .ci/run
 * calls this as a stage of its own; the last line sums up.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { temporalCli } from '../../workers/temporal/temporal-cli.ts'
import { installDebianPackage } from '../debian-package.ts'

/** How a program ended; `said` is all that it wrote. */
interface Ran {
  readonly code: number | null
  readonly said: string
}

/** What is run, what it must say, and its exit code. */
interface Step {
  readonly name: string
  readonly args: readonly string[]
  readonly says: RegExp
  readonly code?: number
}

interface Manifest {
  readonly version: string
  readonly man: readonly string[]
}

/** The user and the group of a system that own nothing. */
const nobody = { uid: 65_534, gid: 65_534 }
const asRoot = process.getuid?.() === 0
const { version, man: pages }: Manifest = (await import('../../package.json', { with: { type: 'json' } }))
  .default

function run(program: string, args: readonly string[], options: object = {}): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 400_000,
    maxBuffer: 2 ** 26,
    ...options,
  })
  return { code: status, said: `${stdout}${stderr}` }
}

const steps: readonly Step[] = [
  {
    name: 'it says its version',
    args: ['--version'],
    says: new RegExp(`^${version.replaceAll('.', '\\.')}`),
  },
  { name: 'it has its help', args: ['--help'], says: /^Usage: nightjar/ },
  { name: 'a wrong use is exit code 2', args: ['find', 'nonsense'], says: /nonsense/, code: 2 },
  {
    name: 'a compose that cannot be asked for is exit code 3',
    args: ['find', 'rawhide', '--config', 'away.toml'],
    says: /127\.0\.0\.1:9/,
    code: 3,
  },
  { name: 'it shows its configuration', args: ['config'], says: /openqa\.url +"https:\/\/openqa/ },
  {
    name: 'it shows what it would write',
    args: ['init', '--yes', '--dry-run'],
    says: /ExecStart=\/.*\/bin\/nightjar worker/,
  },
  {
    name: 'it plays a whole night, from the lab to the mails',
    args: ['demo', '--scenario', 'green'],
    says: /rawhide: passed, as the scenario expects/,
  },
]

function megabytes(folder: string): string {
  return `${run('du', ['-sm', folder]).said.split('\t')[0]} MB`
}

/** Packs and installs below a folder; returns the program. @throws Error if npm fails */
function install(folder: string): string {
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder])
  const [file = ''] = globSync(join(folder, '*.tgz'))
  if (packed.code !== 0 || file === '') throw new Error(`npm pack failed: ${packed.said}`)
  const foreign = run('tar', ['tzf', file])
    .said.split('\n')
    .filter((name) => /^package\/(?:test|bench|\.|node_modules|bin\/(?!nightjar$))|\.ts$|\.tgz$/.test(name))
  if (foreign.length > 0)
    throw new Error(`the package has files that are not for users: ${foreign.join(', ')}`)
  const prefix = join(folder, 'prefix')
  const installed = run('npm', ['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', file])
  if (installed.code !== 0) throw new Error(`npm install failed: ${installed.said}`)
  const lacking = pages.filter((page) => !hasPage(join(prefix, 'share', 'man', 'man1', basename(page))))
  if (lacking.length > 0) throw new Error(`the package has no good manual page ${lacking.join(', ')}`)
  console.log(`the package has ${Math.ceil(statSync(file).size / 1024)} KB, installed ${megabytes(prefix)}`)
  return join(prefix, 'bin', 'nightjar')
}

/** Whether it is a manual page with what a reader looks for. */
function hasPage(file: string): boolean {
  return (
    existsSync(file) && /^\.SH NAME\n.+\n\.SH SYNOPSIS\n[^]*^\.SH OPTIONS$/m.test(readFileSync(file, 'utf8'))
  )
}

function passes({ name, args, says, code = 0 }: Step, program: string, options: object): boolean {
  const ran = run(program, args, options)
  const good = ran.code === code && says.test(ran.said)
  console.log(`${good ? 'passed' : 'failed'}: ${name}`)
  if (!good)
    console.log(
      `Error: expected exit code ${code} and ${says}, got ${ran.code} and\n${ran.said.slice(-3000)}`,
    )
  return good
}

/** The manual pages need it. */
function hasHelp2man(): boolean {
  return run('help2man', ['--version']).code === 0 || installDebianPackage('help2man')
}

/** Packs, installs and uses the package; the exit code. @throws Error if npm or Temporal's CLI fails */
async function tryIn(folder: string): Promise<number> {
  chmodSync(folder, 0o755)
  const cli = await temporalCli()
  const program = install(folder)
  const home = join(folder, 'home')
  mkdirSync(home)
  if (asRoot) chownSync(home, nobody.uid, nobody.gid)
  const away = '[compose]\ntree = "http://127.0.0.1:9/compose"\n[mirror]\nhttp = "http://127.0.0.1:9/pub"\n'
  run('sh', ['-c', 'printf "%s" "$1" > away.toml', 'sh', away], { cwd: home })
  const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`
  const options = { cwd: home, env: { HOME: home, PATH, TEMPORAL_CLI: cli }, ...(asRoot ? nobody : {}) }
  const passed = steps.filter((step) => passes(step, program, options)).length
  console.log(`${passed} passed, ${steps.length - passed} failed, 0 skipped`)
  return passed === steps.length ? 0 : 1
}

async function tryPackage(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-package-'))
  try {
    return await tryIn(folder)
  } catch (error) {
    console.log(`Error: ${error instanceof Error ? error.message : String(error)}`)
    console.log('0 passed, 1 failed, 0 skipped')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (hasHelp2man()) process.exitCode = await tryPackage()
else console.log('skipped: the package (its manual pages need help2man; root can install it on Debian)')
