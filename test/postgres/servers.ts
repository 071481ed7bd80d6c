import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { expect, vi } from 'vitest'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { readLock } from '../../workers/postgres/lock-file.ts'
import { npmBinFolder } from '../../workers/postgres/npm-binaries.ts'
import { commandOf } from '../../workers/postgres/processes.ts'

/** An environment in which npm's PostgreSQL is taken, also where the system has one. */
export const npmOnly: NodeJS.ProcessEnv = { ...process.env, NIGHTJAR_POSTGRES_BIN: npmBinFolder() }

/** How long a busy machine may take to start, recover or end a server. */
export const patient = 60_000

/**
 * Folders with an empty archive each. The first one is made by PostgreSQL, the others are copies of it, which
 * is faster.
 */
export interface Folders extends AsyncDisposable {
  readonly root: string
  copy(name: string): Promise<string>
}

export async function makeFolders(): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'nightjar-postgres-'))
  const first = await startPostgres({ folder: join(root, 'first'), environment: npmOnly })
  await first.close()
  return {
    root,
    async copy(name) {
      await cp(join(root, 'first', 'postgres'), join(root, name, 'postgres'), { recursive: true })
      return join(root, name)
    },
    // A server that was told to end may still write its statistics.
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, maxRetries: 20 }),
  }
}

/** A process that holds a server. */
export interface Holder {
  readonly url: string
  readonly process: ChildProcess
}

/** Another user or environment for a holder; `before` are words before its command. */
export interface HolderOptions {
  readonly before?: readonly string[]
  readonly environment?: NodeJS.ProcessEnv
}

/** Starts a process that will hold the server of a folder, in a process group of its own. */
export function spawnHolder(
  folder: string,
  { before = [], environment = npmOnly }: HolderOptions = {},
): ChildProcessByStdio<Writable, Readable, Readable> {
  const [program, ...args] = [...before, process.execPath, `${import.meta.dirname}/holder.ts`, folder]
  return spawn(program, args, { env: environment, stdio: 'pipe', detached: true })
}

/**
 * Starts a process that holds the server of a folder. @throws Error with what it prints where it ends instead
 */
export async function startHolder(folder: string, options: HolderOptions = {}): Promise<Holder> {
  const child = spawnHolder(folder, options)
  const printed = text(child.stderr)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = await lines.next()
  if (line.done) throw new Error(await printed)
  return { url: line.value, process: child }
}

/**
 * Sends a signal to a process and those it started in its group, as a terminal does, and waits until it has
 * ended.
 */
export async function end(
  { process: child }: Pick<Holder, 'process'>,
  signal: NodeJS.Signals,
): Promise<void> {
  if (child.pid === undefined) throw new Error('it was never started')
  const exit = once(child, 'exit')
  process.kill(-child.pid, signal)
  await exit
}

/** The process number of the server that has a folder. */
export function serverOf(folder: string): number {
  const lock = readLock(join(folder, 'postgres'))
  if (lock === null) throw new Error(`no server has ${folder}`)
  return lock.pid
}

/** The process number of the supervisor of a server. */
export function supervisorOf(server: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${server}/status`, 'utf8'))?.[1])
}

/** Whether a process runs. */
export function isUp(pid: number): boolean {
  return Boolean(commandOf(pid))
}

/** Waits until a process has ended. */
export async function whenGone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isUp(pid)).toBe(false), { timeout: patient, interval: 20 })
}

/** Rows of a query on a connection of its own. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    const { rows }: { rows: Record<string, unknown>[] } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}
