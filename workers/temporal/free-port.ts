import { createServer } from 'node:net'
import { once } from 'node:events'

/** A TCP port of 127.0.0.1 that is free now: `wanted` where it is, else any. */
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
