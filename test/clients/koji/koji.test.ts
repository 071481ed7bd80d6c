import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { ClientFailure } from '../../../clients/failure.ts'
import { koji, type Koji, type KojiOptions } from '../../../clients/koji/koji.ts'
import { KojiFault } from '../../../clients/koji/koji-fault.ts'
import { readCall } from '../../../lab/koji/read.ts'
import type { HubValue } from '../../../lab/koji/value.ts'
import { writeFault, writeResponse } from '../../../lab/koji/write.ts'
import { stubServer, type StubServer } from '../stub-server.ts'

test('a call carries its arguments, and keyword arguments in a marked struct', async () => {
  const { client, server } = await hubAnswering(writeResponse(null))

  await client.call('getTaskInfo', [7, null], { strict: true })

  expect(server.arrived[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'text/xml' } })
  expect(sent(server)).toEqual([
    { method: 'getTaskInfo', params: [7, null, { strict: true, __starstar: true }] },
  ])
})

test('an argument that cannot be sent is refused before anything is', async () => {
  const { client, server } = await hubAnswering(writeResponse(null))

  await expect(client.call('listTasks', [{ createdAfter: Number.NaN }])).rejects.toThrow(
    'listTasks[0].createdAfter is NaN',
  )
  expect(server.arrived).toEqual([])
})

test.each([
  [1014, 'unreachable'],
  [1, 'unreachable'],
  [1001, 'unreachable'],
  [1000, 'refused'],
  [1002, 'refused'],
  [1003, 'refused'],
  [1004, 'refused'],
  [1009, 'refused'],
  [1015, 'refused'],
  [1019, 'refused'],
  [4711, 'refused'],
])('fault %d is %s', async (code, kind) => {
  const { client } = await hubAnswering(writeFault(code, 'no <b>'))

  const thrown = await failure(client.call('getTaskInfo', [7]))

  expect(thrown).toBeInstanceOf(KojiFault)
  expect(thrown).toMatchObject({ kind, fault: { code, text: 'no <b>' } })
  expect(thrown.message).toMatch(
    new RegExp(`^Koji: getTaskInfo at http.* is answered with fault ${code}: no <b>$`),
  )
})

test('many calls go in batches, and every outcome comes back in its place', async () => {
  const { client, server } = await hubAnswering((body) => {
    const [batch] = readCall(body).params
    return writeResponse(Array.isArray(batch) ? batch.map((call) => [call.params[0]]) : null)
  })

  const outcomes = await client.multiCall(
    Array.from({ length: 120 }, (_, id) => ({ method: 'getTaskInfo', args: [id] })),
  )

  expect(outcomes).toEqual(Array.from({ length: 120 }, (_, value) => ({ ok: true, value })))
  expect(server.arrived).toHaveLength(5)
})

test('no calls are no request', async () => {
  const { client, server } = await hubAnswering(writeResponse(null))

  expect(await client.multiCall([])).toEqual([])
  expect(server.arrived).toEqual([])
})

test.each<[string, HubValue, string]>([
  ['fewer outcomes than calls', [[1]], 'a multiCall of 2 calls with 1 outcomes'],
  ['more outcomes than calls', [[1], [2], [3]], 'with 3 outcomes'],
  ['no list', 'ok', 'with no list'],
  ['an outcome that is neither', [[1], 2], 'answered b in a multiCall with neither'],
  ['an outcome of two values', [[1], [2, 3]], 'answered b in a multiCall with neither'],
])('a multiCall answered with %s is garbled', async (_, value, said) => {
  const { client } = await hubAnswering(writeResponse(value))

  const thrown = await failure(client.multiCall([{ method: 'a' }, { method: 'b' }]))

  expect(thrown).toMatchObject({ kind: 'garbled', message: expect.stringContaining(said) })
})

test.each<[string, string, string]>([
  ['a DTD', `<!DOCTYPE x [<!ENTITY a "b">]>${writeResponse('&a;')}`, '<!DOCTYPE'],
  [
    '20,000 nested values',
    `<methodResponse><params><param>${'<value><array><data>'.repeat(20_000)}`,
    'nested more than',
  ],
  ['a member named __proto__', writeResponse({ ['__proto__']: { admin: true } }), '__proto__'],
  ['a body that ends too early', writeResponse([1, 2, 3]).slice(0, -40), 'unclosed tag'],
  ['HTML', '<html><body>Login</body></html>', '<html> is not an element'],
])('%s is garbled', async (_, body, said) => {
  const { client } = await hubAnswering(body)

  const thrown = await failure(client.call('getAPIVersion'))

  expect(thrown).toMatchObject({ kind: 'garbled', message: expect.stringContaining(said) })
  expect(thrown.message.length).toBeLessThan(400)
  expect({}).not.toHaveProperty('admin')
})

test.each<[string, (response: ServerResponse) => void, string, string]>([
  [
    '503 with an answer in XML',
    (response) => response.writeHead(503).end(writeResponse(1)),
    'unreachable',
    '503',
  ],
  ['429', (response) => response.writeHead(429).end('slow down'), 'unreachable', 'slow down'],
  ['404', (response) => response.writeHead(404).end('<html>'), 'refused', "is the hub's URL right?"],
  ['400', (response) => response.writeHead(400).end('Request too long'), 'refused', 'Request too long'],
  ['204', (response) => response.writeHead(204).end(), 'garbled', 'status 204'],
  ['a connection that is cut', (response) => response.destroy(), 'unreachable', 'no answer'],
  [
    'a body that is cut',
    (response) => {
      response.writeHead(200, { 'Content-Length': 1000 })
      response.write('<?xml version="1.0"?><methodResponse>', () => response.destroy())
    },
    'unreachable',
    'no answer',
  ],
  [
    'a redirect to another host',
    (response) => response.writeHead(302, { Location: 'http://192.0.2.1/kojihub' }).end(),
    'refused',
    '192.0.2.1',
  ],
])('%s is a failure of its own kind', async (_, respond, kind, said) => {
  const { client } = await hub(respond)

  expect(await failure(client.call('getAPIVersion'))).toMatchObject({
    kind,
    message: expect.stringContaining(said),
  })
})

test('a redirect within the host is refused and named', async () => {
  const { client } = await hub((response, path) => {
    if (path === '/other') response.end(writeResponse(1))
    else response.writeHead(301, { Location: '/other' }).end()
  })

  expect(await failure(client.call('getAPIVersion'))).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/redirects to http.*\/other; configure/),
  })
})

test('a server that drips is given up at the deadline, also in the middle of its body', async () => {
  const { client } = await hub(
    (response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    },
    { deadlineMs: 150 },
  )
  const began = performance.now()

  const thrown = await failure(client.call('getAPIVersion'))

  expect(thrown).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('none within 0.15 s'),
  })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('an answer over its size is dropped, also where it was packed small', async () => {
  const { client } = await hub(
    (response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      response.end(gzipSync(writeResponse('a'.repeat(2_000_000))))
    },
    { maxBytes: 1_000_000 },
  )

  expect(await failure(client.call('getAPIVersion'))).toMatchObject({ kind: 'garbled' })
})

test('a host that is not allowed is not asked', async () => {
  const { client, server } = await hub((response) => response.end(), { allowedHosts: ['koji.example'] })

  expect(await failure(client.call('getAPIVersion'))).toMatchObject({ kind: 'refused' })
  expect(server.arrived).toEqual([])
})

test('a call ends when its caller gives up', async () => {
  const controller = new AbortController()
  const { client } = await hub(() => controller.abort(), { signal: controller.signal })

  expect(await failure(client.call('getAPIVersion'))).toMatchObject({ kind: 'unreachable' })
})

function sent({ arrived }: StubServer): readonly unknown[] {
  return arrived.map(({ body }) => readCall(body))
}

async function failure(call: Promise<unknown>): Promise<ClientFailure> {
  const thrown = await call.then(
    (value) => value,
    (reason: unknown) => reason,
  )
  if (thrown instanceof ClientFailure) return thrown
  throw new Error(`expected a ClientFailure, got ${JSON.stringify(thrown)}`, { cause: thrown })
}

async function hubAnswering(body: string | ((request: string) => string)) {
  return hub((response, _, request) => {
    response.writeHead(200, { 'Content-Type': 'text/xml' })
    response.end(typeof body === 'string' ? body : body(request))
  })
}

async function hub(
  respond: (response: ServerResponse, path: string, body: string) => void,
  options: Partial<KojiOptions> = {},
): Promise<{ readonly client: Koji; readonly server: StubServer }> {
  const server = await stubServer((response, { target, body }) => respond(response, target, body))
  onTestFinished(() => server[Symbol.asyncDispose]())
  return { server, client: koji({ url: `${server.url}/kojihub`, deadlineMs: 5000, ...options }) }
}
