import { once } from 'node:events'
import { createServer, type ServerHttp2Session } from 'node:http2'
import { expect, test } from 'vitest'
import { connectClient } from '../../../workers/temporal/temporal.ts'

test('a call that is to be repeated ends with its client, and nothing is thrown afterwards', async () => {
  await using server = await failingServer()
  const { options } = server
  const client = await connectClient({ options, namespace: 'default', ui: null })
  server.fail()

  const call = client.workflowService.describeNamespace({ namespace: 'default' })
  const ended = call.catch((error: unknown) => error)
  await expect.poll(() => server.failures()).toBeGreaterThan(2)
  await client.connection.close()

  // Either the server's answer or the closed channel: both end the call.
  expect(await ended).toMatchObject({ code: 14 })
})

/** A server of gRPC that answers every call with an empty message, and later that it is unavailable. */
async function failingServer() {
  const server = createServer()
  const sessions = new Set<ServerHttp2Session>()
  let failing = false
  let failures = 0
  server.on('session', (session) => sessions.add(session))
  server.on('stream', (stream) => {
    const status = failing ? { 'grpc-status': '14', 'grpc-message': 'away' } : { 'grpc-status': '0' }
    if (failing) failures += 1
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers(status))
    stream.end(failing ? undefined : Buffer.alloc(5))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    options: { address: `127.0.0.1:${port}` },
    failures: () => failures,
    fail: () => {
      failing = true
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
