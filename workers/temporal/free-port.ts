import { createServer } from 'node:net'
import { once } from 'node:events'

/** A free TCP port of 127.0.0.1: `wanted` if it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  server.listen(wanted, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (wanted !== 0 && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return await freePort()
    throw error
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : wanted
}
