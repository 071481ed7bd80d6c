import type { Socket } from 'node:net'

/**
 * Resets a connection, so that the other side notices at once. A socket that is already ending is only
 * destroyed: a reset of it fails unnoticed (uv_tcp_close_reset refuses), and then its thread never ends.
 */
export function cut(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}
