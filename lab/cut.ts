import type { Socket } from 'node:net'

/**
 * Cuts a connection so that the other side notices at once. One that is ending already is only let go of: Node loses
 * track of such a socket when it is to be reset, and then its thread never ends (uv_tcp_close_reset refuses, unnoticed).
 */
export function cut(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}
