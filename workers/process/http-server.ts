import { once } from 'node:events'
import type { Server } from 'node:http'

/** Where a server listens, and how to stop it. */
export interface ListeningServer extends AsyncDisposable {
  /** `http://127.0.0.1:9464` */
  readonly url: string
}

/** Lets a server listen at `host:port`. @throws Error of Node if the port is taken */
export async function listenAt(server: Server, listen: string): Promise<ListeningServer> {
  const { hostname, port } = new URL(`tcp://${listen}`)
  server.listen(Number(port), hostname.replace(/^\[(.*)\]$/, '$1'))
  await once(server, 'listening')
  return { url: urlOf(server, hostname), [Symbol.asyncDispose]: () => close(server) }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  return `http://${host}:${typeof address === 'object' && address !== null ? address.port : ''}`
}

async function close(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}
