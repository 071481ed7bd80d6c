import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as it arrived. */
export interface Arrived {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A loopback HTTP server that answers as a test says and remembers what arrived. */
export interface StubServer extends AsyncDisposable {
  readonly url: string
  readonly arrived: readonly Arrived[]
}

/**
 * A URL where nobody listens. The port of a closed server may be that of another by the time it is asked.
 */
export const nobody = 'http://127.0.0.1:2'

/** Starts one on a free port. */
export async function stubServer(
  answer: (response: ServerResponse, request: Arrived) => void,
): Promise<StubServer> {
  const arrived: Arrived[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: target = '', headers } = request
    const one = { method, target, headers, body: await text(request) }
    arrived.push(one)
    answer(response, one)
  }
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    arrived,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
