import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** A web server of the lab. */
export interface Listening {
  readonly port: number
  /** `http://127.0.0.1:4711`, without a closing slash. */
  readonly url: string
  close(): Promise<void>
}

/** Serves on 127.0.0.1, on a free port by default. `close` also closes open connections. */
export async function listen(listener: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(listener)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bound = portOf(server)
  return { port: bound, url: `http://127.0.0.1:${bound}`, close: () => closed(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('a lab server has no port')
}

async function closed(server: Server): Promise<void> {
  const gone = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await gone
}
