import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programFile } from '../folders.ts'
import { processOptions, type RunAs } from './run-as.ts'

/** What a supervisor is started with. */
export interface SupervisorOrder {
  readonly command: readonly string[]
  readonly user: RunAs['user']
  readonly sockets: string
}

/** A supervisor that this process started. */
export interface Supervisor {
  /** How it ended; null while it runs. */
  readonly ended: string | null
  /** Lets it go on without this process, for as long as somebody holds its server. */
  letGo(): void
}

/** What keeps a server up. */
export interface Hold {
  /** Whether it ended without a release: the server is gone. */
  readonly lost: boolean
  /** Lets go of the server; where nobody else holds it, resolves when it has ended. */
  release(): Promise<void>
}

const program = programFile('workers/postgres/supervisor')

/**
 * Starts a server with a supervisor, in a session of their own: what ends this process or its terminal leaves
 * them alone.
 */
export function startSupervisor(order: SupervisorOrder, log: string): Supervisor {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    ...processOptions(null),
    detached: true,
    stdio: ['pipe', output, output],
  })
  closeSync(output)
  child.unref()
  let ended: string | null = null
  child.once('exit', (code, signal) => (ended = signal ?? `exit ${code}`))
  child.once('error', (error) => (ended = error.message))
  // Of a supervisor that has ended, how it ended is of interest, not that nobody reads.
  child.stdin?.on('error', () => {})
  return {
    get ended() {
      return ended
    },
    letGo: () => child.stdin?.end(),
  }
}

const betweenLooksMs = 250

/**
 * Holds the server with this process number; null where no supervisor lets us: there is none, or it is
 * ending. A supervisor that hangs is waited for as long as its server is up, as `isUp` says.
 */
export async function holdServer(
  { sockets, pid }: { readonly sockets: string; readonly pid: number },
  isUp: () => Promise<boolean>,
): Promise<Hold | null> {
  const socket = connect(join(sockets, `hold.${pid}`))
  const closed = new Promise<'closed'>((resolve) => socket.once('close', () => resolve('closed')))
  const held = new Promise<'held'>((resolve) => socket.once('data', () => resolve('held')))
  // An error is followed by the close.
  socket.on('error', () => {})
  void leaveWithServer(socket, isUp)
  if ((await Promise.race([held, closed])) === 'closed') return null
  // A command that forgets to let go may end all the same.
  socket.unref()
  return {
    get lost() {
      return socket.destroyed
    },
    async release() {
      socket.ref().end()
      await closed
    },
  }
}

/** Closes a connection that a supervisor has not answered on once its server is gone. */
async function leaveWithServer(socket: Socket, isUp: () => Promise<boolean>): Promise<void> {
  while (socket.bytesRead === 0 && !socket.destroyed) {
    await sleep(betweenLooksMs)
    if (socket.bytesRead === 0 && !(await isUp())) socket.destroy()
  }
}
