import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, NoPostgres } from './no-postgres.ts'
import { commandOf } from './processes.ts'
import { isServerOf } from './server-command.ts'

/** What `postmaster.pid` tells of the server that has, or had, a data folder. */
export interface ServerLock {
  readonly pid: number
  /** The folder of its sockets; null while it starts. */
  readonly sockets: string | null
  /** Whether it lets clients in. */
  readonly ready: boolean
}

/** The lock of a data folder, null where there is none. A server that was killed leaves its lock behind. */
export function readLock(data: string): ServerLock | null {
  const [pid, , , , sockets, , , status] = linesOf(join(data, 'postmaster.pid'))
  return pid
    ? { pid: Math.abs(Number(pid)), sockets: sockets || null, ready: status?.trim() === 'ready' }
    : null
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * Whether the server that a lock names is one of ours, and runs. @throws NoPostgres where it is somebody
 * else's
 */
export function runs(data: string, pid: number): boolean {
  const command = commandOf(pid)
  if (command === null || command === '') return false
  if (isServerOf(data, command)) return true
  if (!/^(\S*\/)?(postgres|postmaster)( |$)/.test(command)) return false
  throw new NoPostgres(
    `${data} is in use by a PostgreSQL that Nightjar did not start, process ${pid} (${command}); stop it first`,
  )
}

const fastLimitMs = 20_000
const killLimitMs = 10_000

/** Ends a server that nobody supervises: a fast shutdown, and SIGKILL where that takes too long. */
export async function endServer(data: string, pid: number): Promise<void> {
  for (const [signal, limit] of [
    ['SIGINT', fastLimitMs],
    ['SIGKILL', killLimitMs],
  ] as const) {
    if (!runs(data, pid)) return
    send(signal, pid)
    const until = Date.now() + limit
    while (runs(data, pid) && Date.now() < until) await sleep(25)
  }
  if (runs(data, pid)) throw new NoPostgres(`expected PostgreSQL, process ${pid}, to end, but it does not`)
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // ESRCH: it has ended, which is what was wanted.
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/**
 * Removes the lock files of a server that is gone whose number another process has got meanwhile: PostgreSQL
 * would take that process for the server, and not start.
 */
export function removeStaleLocks(data: string, sockets: string): void {
  for (const path of [join(data, 'postmaster.pid'), join(sockets, '.s.PGSQL.5432.lock')]) {
    const pid = Math.abs(Number(linesOf(path)[0]))
    if (pid > 0 && commandOf(pid) !== null && !runs(data, pid)) rmSync(path, { force: true })
  }
}
