import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { accepts } from '../accepts.ts'
import { holdServer, startSupervisor, type Hold, type SupervisorOrder } from './hold.ts'
import { endServer, readLock, removeStaleLocks, runs, type ServerLock } from './lock-file.ts'
import { NoPostgres } from './no-postgres.ts'
import type { ServerLog } from './server-log.ts'

/** A server that runs for as long as this process holds it. */
export interface HeldServer {
  readonly hold: Hold
  /** The folder of its sockets. */
  readonly sockets: string
}

/** Where a server keeps its data and its log. */
export interface ServerFiles {
  readonly data: string
  readonly log: ServerLog
}

/** How long a server may take to start, its recovery after a crash included. */
const startLimitMs = 60_000
const betweenLooksMs = 25

/**
 * Shares the server that has a data folder; ends it where nobody supervises it. Null when no server has the
 * folder.
 */
export async function shareServer({ data, log }: ServerFiles): Promise<HeldServer | null> {
  const until = Date.now() + startLimitMs
  while (Date.now() < until) {
    const lock = readLock(data)
    if (lock === null) return null
    const held = await holdIt(lock)
    if (held !== null) return held
    if (!runs(data, lock.pid)) return null
    // A server that starts does not say at once where its sockets are.
    if (lock.sockets === null) await sleep(betweenLooksMs)
    else await endServer(data, lock.pid)
  }
  throw failure('the PostgreSQL that has this folder came no further in its start', { data, log })
}

/** Starts a server with a supervisor, or shares the one that another process starts at the same time. */
export async function startServer(order: SupervisorOrder, files: ServerFiles): Promise<HeldServer> {
  const until = Date.now() + startLimitMs
  while (Date.now() < until) {
    // PostgreSQL does not notice one in another container, and two with one folder would destroy the data.
    const taken = await isHeard(order.sockets)
    const held = (taken ? null : await startOnce(order, files, until)) ?? (await shareServer(files))
    if (held !== null) return held
    await sleep(betweenLooksMs)
  }
  throw failure('another PostgreSQL, maybe of another container, does not leave this folder', files)
}

/** Null where another server has the folder, or has not left it yet after a SIGKILL. */
async function startOnce(
  order: SupervisorOrder,
  { data, log }: ServerFiles,
  until: number,
): Promise<HeldServer | null> {
  removeStaleLocks(data, order.sockets)
  log.mark()
  const supervisor = startSupervisor(order, log.path)
  try {
    while (supervisor.ended === null && Date.now() < until) {
      const held = await holdIt(readLock(data))
      if (held !== null) return held
      await sleep(betweenLooksMs)
    }
  } finally {
    supervisor.letGo()
  }
  if (log.tellsOfAnother()) return null
  throw failure(`PostgreSQL did not start (${supervisor.ended ?? 'it came no further'})`, { data, log })
}

async function holdIt(lock: ServerLock | null): Promise<HeldServer | null> {
  // The supervisor of a server that was killed may not know it yet.
  if (lock === null || lock.sockets === null || !(await isHeard(lock.sockets))) return null
  const { pid, sockets } = lock
  const hold = await holdServer({ sockets, pid }, () => isHeard(sockets))
  return hold && { hold, sockets }
}

/** Whether a server takes connections, be it in another container, where its process number says nothing. */
function isHeard(sockets: string): Promise<boolean> {
  return accepts({ path: join(sockets, '.s.PGSQL.5432') })
}

/** An error with the last lines of the log. */
export function failure(what: string, { data, log }: ServerFiles): NoPostgres {
  return new NoPostgres(
    `${what}; ${log.path} ends with:\n${log.lastLines()}\n` +
      `If ${data} is damaged, restore it from a backup, or move it away to begin with an empty archive.`,
  )
}
