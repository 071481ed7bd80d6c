import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { npmBinFolder } from '../../workers/postgres/npm-binaries.ts'

/** A PostgreSQL server of a test's own, on a Unix socket in its folder. */
export interface PostgresServer {
  /** Of the database `postgres`, as a superuser. */
  readonly url: string
  readonly pid: number
  /** Resolves when it has ended. */
  readonly ended: Promise<unknown>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/**
 * A folder with `postgres` and `initdb`: that of the system where it has one, else that of npm.
 * `NIGHTJAR_TEST_POSTGRES` names one of the two.
 */
export const binaries = binariesOf(process.env['NIGHTJAR_TEST_POSTGRES'])

/**
 * PostgreSQL refuses root, so root becomes somebody else in a namespace of its own; the files stay root's.
 */
const asNobody = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000'] : []

/** Starts a server on a folder, which is made into one where it is empty. */
export async function startPostgresServer(
  folder: string,
  settings: readonly string[] = [],
): Promise<PostgresServer> {
  const data = join(folder, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) initialize(data)
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'shared_buffers=32MB',
    ...settings,
  ]
  const [program = '', ...args] = [
    ...asNobody,
    join(binaries, 'postgres'),
    '-D',
    data,
    ...options.flatMap((o) => ['-c', o]),
  ]
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await ready(server)
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  return {
    url: `postgresql://nightjar@localhost/postgres?host=${folder}`,
    pid: server.pid ?? 0,
    ended: once(server, 'exit'),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  }
}

function initialize(data: string): void {
  const [program, ...args] = [...asNobody, join(binaries, 'initdb'), '-D', data, '-U', 'nightjar']
  args.push('--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync')
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
}

async function ready(server: ChildProcess): Promise<void> {
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.stderr?.on('data', (part) => {
    said += String(part)
    if (said.includes('ready to accept connections')) resolve()
  })
  server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  await promise
}

function binariesOf(which: string | undefined): string {
  const system = which === 'npm' ? undefined : globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1)
  if (which === 'system' && system === undefined) throw new Error('the system has no PostgreSQL')
  return system ?? npmBinFolder()
}
