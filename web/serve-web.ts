import { once } from 'node:events'
import { serve, type ServerType } from '@hono/node-server'
import { webApp } from './web-app.ts'
import type { Site } from './site.ts'

/** Where the pages are served, and how to stop it. */
export interface ServedSite extends AsyncDisposable {
  /** `http://127.0.0.1:8090` */
  readonly url: string
}

/** Slow readers hold a connection for at most so many ms. */
const limits = { requestTimeout: 5_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 }
const mostConnections = 512

/** Serves the pages at `host:port`. @throws Error of Node if the port is taken */
export async function serveWeb(site: Site, listen: string): Promise<ServedSite> {
  const { hostname, port } = new URL(`tcp://${listen}`)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const server = serve({
    fetch: webApp(site).fetch,
    port: Number(port),
    hostname: host,
    serverOptions: limits,
  })
  server.maxConnections = mostConnections
  await once(server, 'listening')
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return { url: `http://${hostname}:${actual}`, [Symbol.asyncDispose]: () => close(server) }
}

async function close(server: ServerType): Promise<void> {
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}
