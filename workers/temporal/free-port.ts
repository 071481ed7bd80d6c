import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that Linux gives to outgoing connections, which would take one between two uses. */
const first = 20_000
const end = 32_768

/** A free TCP port of 127.0.0.1: `wanted` if it is free, else any from 20000 to 32767. */
export async function freePort(wanted = anyPort()): Promise<number> {
  let port = wanted
  while (!(await isFree(port))) port = anyPort()
  return port
}

/** `host:port` of this machine, at another port where that one is taken. */
export async function freeListen(listen: string): Promise<string> {
  const at = listen.lastIndexOf(':')
  return `${listen.slice(0, at)}:${await freePort(Number(listen.slice(at + 1)))}`
}

function anyPort(): number {
  return randomInt(first, end)
}

/** Whether nobody listens on a port of 127.0.0.1, and no connection has it. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
  server.close()
  await once(server, 'close')
  return true
}
