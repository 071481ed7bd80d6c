import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A proxy that delivers every request and loses every answer: it cuts the connection. */
export interface LossyProxy extends AsyncDisposable {
  readonly url: string
}

/** Opens one on a free port. */
export async function lossyProxy(url: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const beyond = connect(Number(port), hostname)
    for (const socket of [client, beyond]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    client.pipe(beyond)
    beyond.once('data', () => client.resetAndDestroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
