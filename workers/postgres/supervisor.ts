/**
 * A process of its own that runs one PostgreSQL for as long as any process holds it. A hold is a connection
 * to the socket `hold.<pid of PostgreSQL>`: the system closes it however the holder ends, also by SIGKILL.
 * After the last one the server is shut down. The process that started this one holds by its stdin until it
 * is connected.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SupervisorOrder } from './hold.ts'

const shutdownLimitMs = 20_000

const { command, user, sockets }: SupervisorOrder = JSON.parse(process.argv[2] ?? '')
// The hold has to be there before PostgreSQL takes its lock: the shell waits for a line, and becomes
// PostgreSQL.
const server = spawn('/bin/sh', ['-c', 'read -r line && exec "$@"', 'sh', ...command], {
  ...user,
  stdio: ['pipe', 'inherit', 'inherit'],
})
const holders = new Set<Readable>()
const door = createServer({ allowHalfOpen: true }, (holder) => {
  hold(holder, () => holder.end())
  holder.write('held')
})
hold(process.stdin, () => {})

server.on('error', (error) => console.error(`supervisor: ${error.message}`))
server.on('close', (code) => {
  door.close()
  process.exit(code ?? 1)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, shutDown)
const path = join(sockets, `hold.${server.pid}`)
// A killed supervisor leaves its socket behind, and process numbers come again.
rmSync(path, { force: true })
door.listen(path, () => server.stdin.end('start\n'))

/**
 * Counts a holder until its end is read. The last one is answered when the server is gone: this process ends
 * with it.
 */
function hold(holder: Readable, release: () => void): void {
  holders.add(holder)
  const leave = () => {
    if (!holders.delete(holder)) return
    if (holders.size === 0) shutDown()
    else release()
  }
  holder.on('end', leave).on('error', leave).on('close', leave).resume()
}

function shutDown(): void {
  // Who comes from here on is not let in, and starts a server of its own afterwards.
  door.close()
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGKILL'), shutdownLimitMs).unref()
}
