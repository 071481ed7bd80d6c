import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * The first of ten ports that nobody listens on. They lie below the ports that Linux gives to whoever asks
 * for any, so that none of them is given away meanwhile.
 */
export async function freePorts(): Promise<number> {
  while (true) {
    const first = 10_000 + 10 * randomInt(900)
    const ports = Array.from({ length: 10 }, (_, at) => first + at)
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
