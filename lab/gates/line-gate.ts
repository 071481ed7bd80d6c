import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A gate in front of a service that uses a TCP connection. */
export interface LineGate {
  readonly port: number
  close(): Promise<void>
}

/** Passes each connection to a port of this machine with `relay`. `close` cuts all connections. */
export async function startLineGate(
  port: number,
  relay: (caller: Socket, service: Socket) => void,
): Promise<LineGate> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  const server = createServer((caller) => {
    const service = connect(port, '127.0.0.1')
    keep(caller)
    keep(service)
    caller.on('close', () => service.destroy())
    service.on('error', () => caller.destroy())
    relay(caller, service)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    async close() {
      const gone = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await gone
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('a gate of the lab has no port')
}
