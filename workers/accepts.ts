import { once } from 'node:events'
import { connect, type NetConnectOpts } from 'node:net'

/** Whether something accepts connections at a port or a socket of the file system. */
export async function accepts(place: NetConnectOpts): Promise<boolean> {
  const socket = connect(place)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
