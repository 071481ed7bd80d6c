import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { defaultPayloadConverter } from '@temporalio/common'
import { expect, onTestFinished, test } from 'vitest'
import { isOfThisMachine, serveCodec } from '../../../workers/codec/codec-server.ts'
import { encryptionCodec } from '../../../workers/codec/encryption-codec.ts'
import { jsonOfPayloads, payloadsOf } from '../../../workers/codec/json-payloads.ts'

const codec = encryptionCodec([{ id: '2026-11', bytes: randomBytes(32) }])
const origin = 'https://temporal.example.org'
const plain = [defaultPayloadConverter.toPayload({ compose: 'Fedora-Rawhide-20261124.n.0' })]

async function serve(): Promise<string> {
  const server = await serveCodec({ listen: '127.0.0.1:0', origin, codec })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server.url
}

/** Sends what a browser would: fetch does not let a program choose `Host` and `Origin`. */
async function send(
  url: string,
  {
    method = 'POST',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string },
) {
  const sent = request(url, { method, headers })
  sent.end(body)
  const [response] = await once(sent, 'response')
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test('payloads are encoded, and decoded again, also where the UI adds parameters', async () => {
  const url = await serve()

  const encoded = await send(`${url}/encode`, { body: jsonOfPayloads(plain), headers: { origin } })
  const decoded = await send(`${url}/decode?preserveStorageRefs=true`, {
    body: encoded.body,
    headers: { origin },
  })

  expect(encoded).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': origin } })
  expect(encoded.body).not.toContain(jsonOfPayloads(plain))
  expect(payloadsOf(decoded.body).map((each) => defaultPayloadConverter.fromPayload(each))).toEqual([
    { compose: 'Fedora-Rawhide-20261124.n.0' },
  ])
})

test('a browser that asks before is told what the UI may send', async () => {
  const { status, headers } = await send(`${await serve()}/decode`, {
    method: 'OPTIONS',
    headers: { origin, 'Access-Control-Request-Private-Network': 'true' },
  })

  expect(status).toBe(204)
  expect(headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'Content-Type, X-Namespace, Authorization',
    'access-control-allow-private-network': 'true',
    vary: 'Origin',
  })
})

test.each([
  ['a page of another site', { origin: 'https://evil.example.org' }],
  ['a page in a file', { origin: 'null' }],
  ['a page by another scheme', { origin: 'http://temporal.example.org' }],
  ['a page of a name that points to this machine', { host: 'evil.example.org:8888' }],
])('%s gets nothing', async (_, headers) => {
  const url = await serve()

  const body = jsonOfPayloads(await codec.encode(plain))
  for (const method of ['OPTIONS', 'POST']) {
    const answer = await send(`${url}/decode`, {
      method,
      headers,
      body: method === 'POST' ? body : '',
    })
    expect(answer.status).toBe(403)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(answer.body).not.toContain('payloads')
  }
})

test.each([
  ['GET', '/decode', '', 405],
  ['POST', '/', '', 404],
  ['POST', '/decode/', '', 404],
  ['POST', '/decode', 'no JSON', 400],
  ['POST', '/decode', '{"payloads":[{"data":"no base64!"}]}', 400],
  ['POST', '/decode', 'x'.repeat(12 * 1024 * 1024 + 1), 413],
])('%s %s is refused', async (method, path, body, status) => {
  expect(await send((await serve()) + path, { method, body })).toMatchObject({ status })
})

test('a key that is missing is named, and what was sent is not', async () => {
  const other = encryptionCodec([{ id: '2020-01', bytes: randomBytes(32) }])
  const body = jsonOfPayloads(await other.encode(plain))

  const answer = await send(`${await serve()}/decode`, { body, headers: { origin } })

  expect(answer).toMatchObject({
    status: 422,
    body: 'a payload is encrypted with the key 2020-01, and this program has 2026-11; add that key to NIGHTJAR_CODEC_KEYS\n',
  })
})

test('who sends slowly is hung up on', async () => {
  const { port } = new URL(await serve())
  const socket = connect(Number(port), '127.0.0.1')
  socket.write(`POST /decode HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\n{`)
  socket.resume()

  await expect(once(socket, 'close')).resolves.toEqual([false])
})

test.each(['127.0.0.1:8888', 'localhost:1', '[::1]:8888', '127.1.2.3:80'])(
  '%s is this machine',
  (address) => {
    expect(isOfThisMachine(address)).toBe(true)
  },
)

test.each([
  '0.0.0.0:8888',
  '[::]:8888',
  '192.0.2.1:80',
  '127.0.0.1.example.org:80',
  '',
  'localhost.example.org:1',
])('%s is not only this machine', (address) => {
  expect(isOfThisMachine(address)).toBe(false)
})
