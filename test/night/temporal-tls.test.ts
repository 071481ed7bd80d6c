import { createSecureServer } from 'node:http2'
import { once } from 'node:events'
import { afterEach, expect, inject, onTestFinished, test, vi } from 'vitest'
import { connectClient, connectWorker, temporalPlace } from '../../workers/temporal/temporal.ts'
import { authority, certificateOf, pemFile, tlsRelay, type RelayOptions } from '../tls/relay.ts'

afterEach(() => vi.unstubAllEnvs())

/** The relay asks for a certificate of a client, and puts it to the same authority. */
async function mutualTls(server: RelayOptions['server']) {
  const port = Number(inject('temporalAddress').split(':')[1])
  const relay = await tlsRelay(port, {
    server,
    ca: authority('own'),
    requestCert: true,
    ALPNProtocols: ['h2'],
  })
  onTestFinished(() => relay[Symbol.asyncDispose]())
  return relay
}

/** The variables of Temporal's own tools. */
function variables(port: number, client: 'own-client' | 'foreign-client' | null): void {
  vi.stubEnv('TEMPORAL_ADDRESS', `127.0.0.1:${port}`)
  vi.stubEnv('TEMPORAL_TLS_SERVER_CA_CERT_PATH', pemFile('own'))
  if (client === null) return
  vi.stubEnv('TEMPORAL_TLS_CLIENT_CERT_PATH', pemFile(client))
  vi.stubEnv('TEMPORAL_TLS_CLIENT_KEY_PATH', pemFile(`${client}.key`))
}

async function askBoth(): Promise<void> {
  const place = temporalPlace('/nowhere')
  const { connection } = await connectClient(place)
  onTestFinished(() => connection.close())
  const ofWorker = await connectWorker(place)
  onTestFinished(() => ofWorker.close())
  await ofWorker.workflowService.describeNamespace({ namespace: 'default' })
}

test('a server of a trusted authority that asks for our certificate is used by clients and workers', async () => {
  const relay = await mutualTls('own-server')
  variables(relay.port, 'own-client')

  await askBoth()

  expect(relay.passed()).toBeGreaterThanOrEqual(2)
})

test.each([
  ['of another authority', 'foreign-server', 'own-client'],
  ['of another host', 'own-elsewhere', 'own-client'],
  ['that does not trust our certificate', 'own-server', 'foreign-client'],
  ['that wants a certificate where we have none', 'own-server', null],
] as const)('a server %s is refused by clients and workers', async (_, server, client) => {
  const relay = await mutualTls(server)
  variables(relay.port, client)
  const place = temporalPlace('/nowhere')

  await expect(connectClient(place)).rejects.toMatchObject({ name: 'NoTemporal' })
  await expect(connectWorker(place)).rejects.toMatchObject({ name: 'NoTemporal' })
  expect(relay.passed()).toBe(0)
})

test('an API key goes to a server by TLS only, and only to one that is trusted', async () => {
  const seen: unknown[] = []
  const server = createSecureServer(certificateOf('own-server'))
  server.on('error', () => {})
  server.on('sessionError', () => {})
  server.on('stream', (stream, headers) => {
    seen.push(headers.authorization)
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '16' },
      { endStream: true },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  vi.stubEnv('TEMPORAL_ADDRESS', `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  vi.stubEnv('TEMPORAL_API_KEY', 'hunter2')

  await expect(connectClient(temporalPlace('/nowhere'))).rejects.toMatchObject({ name: 'NoTemporal' })
  expect(seen).toEqual([])

  vi.stubEnv('TEMPORAL_TLS_SERVER_CA_CERT_PATH', pemFile('own'))
  const failed = await connectClient(temporalPlace('/nowhere')).catch(String)
  expect(new Set(seen)).toEqual(new Set(['Bearer hunter2']))
  expect(failed).not.toContain('hunter2')
})
