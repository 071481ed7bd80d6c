import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cut } from './cut.ts'

/** How a connection is answered: by rsync, with a reset, with "too many connections", or never. */
export type DaemonAnswer = 'serve' | 'reset' | 'busy' | 'silent'

/** What the daemon serves, and how. */
export interface RsyncDaemonOptions {
  /** The folder of the module `fedora-buffet`; its files may be sparse. */
  readonly root: string
  readonly maxConnections?: number
  /** The greeting for clients that do not turn it off. */
  readonly motd?: string
  /** Called for every connection; by default all are served. */
  readonly meet?: () => DaemonAnswer
}

/** A real rsync daemon on loopback. */
export interface RsyncDaemon {
  /** `rsync://127.0.0.1:<port>/fedora-buffet` */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Without this, a daemon of root reads files as nobody. Other users may not set it. */
const asRoot = ['uid = 0', 'gid = 0']

const busy = '@RSYNCD: 31.0\n@ERROR: max connections (1) reached -- try again later\n'

/**
 * Starts a daemon on a free port; it answers when this returns. This process listens on the port and starts
 * an `rsync --daemon` for each connection, like inetd. No port is guessed. `close` ends all processes.
 */
export async function startRsyncDaemon(options: RsyncDaemonOptions): Promise<RsyncDaemon> {
  await (rsyncIsThere ??= needRsync())
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-rsync-'))
  const config = await writeConfig(folder, options)
  const sockets = new Set<Socket>()
  const children = new Set<ChildProcess>()
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
    const meeting = options.meet?.() ?? 'serve'
    if (meeting === 'serve') serve(config, socket, children)
    if (meeting === 'reset') cut(socket)
    if (meeting === 'busy') socket.end(busy)
  })
  const port = await listen(server)
  return {
    url: `rsync://127.0.0.1:${port}/fedora-buffet`,
    port,
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      for (const child of children) child.kill('SIGKILL')
      await Promise.all([...children].map((child) => once(child, 'exit')))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function writeConfig(
  folder: string,
  { root, maxConnections, motd }: RsyncDaemonOptions,
): Promise<string> {
  const file = join(folder, 'rsyncd.conf')
  const greeting = join(folder, 'motd')
  await writeFile(greeting, motd ?? '')
  const lines = [
    ...(motd === undefined ? [] : [`motd file = ${greeting}`]),
    `log file = ${join(folder, 'log')}`,
    '[fedora-buffet]',
    `path = ${root}`,
    ...(process.getuid?.() === 0 ? asRoot : []),
    'use chroot = no',
    'reverse lookup = no',
    `max connections = ${maxConnections ?? 0}`,
    `lock file = ${join(folder, 'lock')}`,
  ]
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

/** The child has its own copy of the connection, so ours is closed. */
function serve(config: string, socket: Socket, children: Set<ChildProcess>): void {
  const child = spawn('rsync', ['--daemon', `--config=${config}`], { stdio: [socket, socket, 'ignore'] })
  child.on('error', () => cut(socket))
  child.on('spawn', () => {
    children.add(child)
    socket.destroy()
  })
  child.on('exit', () => children.delete(child))
}

/** Checked once for each process: starting a program takes a while. */
let rsyncIsThere: Promise<void> | undefined

/** @throws Error that says how to install rsync if it is missing. */
async function needRsync(): Promise<void> {
  const [code] = await once(spawn('rsync', ['--version'], { stdio: 'ignore' }), 'exit').catch(() => [null])
  if (code !== 0) throw new Error('the lab needs the program rsync; apt-get or dnf install rsync')
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the rsync daemon has no port')
  return address.port
}
