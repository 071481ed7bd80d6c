import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { KojiFault } from '../../../clients/koji/koji-fault.ts'
import { readCall } from '../../../lab/koji/read.ts'
import { writeFault, writeResponse } from '../../../lab/koji/write.ts'
import { failureOf } from '../failure-of.ts'
import type { StubServer } from '../stub-server.ts'
import { hub, hubAnswering } from './stub-hub.ts'

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

  const thrown = await failureOf(client.call('getTaskInfo', [7]))

  expect(thrown).toBeInstanceOf(KojiFault)
  expect(thrown).toMatchObject({ kind, fault: { code, text: 'no <b>' } })
  expect(thrown.message).toMatch(
    new RegExp(`^Koji: getTaskInfo at http.* is answered with fault ${code}: no <b>$`),
  )
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
  ['HTML', '<html><body>Login</body></html>', 'answered getAPIVersion with an HTML page: Login'],
])('%s is garbled', async (_, body, said) => {
  const { client } = await hubAnswering(body)

  const thrown = await failureOf(client.call('getAPIVersion'))

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

  expect(await failureOf(client.call('getAPIVersion'))).toMatchObject({
    kind,
    message: expect.stringContaining(said),
  })
})

test('a redirect within the host is refused and named', async () => {
  const { client } = await hub((response, path) => {
    if (path === '/other') response.end(writeResponse(1))
    else response.writeHead(301, { Location: '/other' }).end()
  })

  expect(await failureOf(client.call('getAPIVersion'))).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/redirects to http.*\/other; configure/),
  })
})

test('a server that drips is given up at the deadline, also in the middle of its body', async () => {
  const { promise: hungUp, resolve: hangsUp } = Promise.withResolvers<void>()
  const { client } = await hub(
    (response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => {
        clearInterval(drip)
        hangsUp()
      })
    },
    { deadlineMs: 150 },
  )

  const thrown = await failureOf(client.call('getAPIVersion'))

  expect(thrown).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('none within 0.15 s'),
  })
  await hungUp
})

test('an answer over its size is dropped, also where it was packed small', async () => {
  const { client } = await hub(
    (response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' })
      response.end(gzipSync(writeResponse('a'.repeat(2_000_000))))
    },
    { maxBytes: 1_000_000 },
  )

  expect(await failureOf(client.call('getAPIVersion'))).toMatchObject({ kind: 'garbled' })
})

test('a host that is not allowed is not asked', async () => {
  const { client, server } = await hub((response) => response.end(), { allowedHosts: ['koji.example'] })

  expect(await failureOf(client.call('getAPIVersion'))).toMatchObject({ kind: 'refused' })
  expect(server.arrived).toEqual([])
})

test('a call ends when its caller gives up', async () => {
  const controller = new AbortController()
  const { client } = await hub(() => controller.abort(), { signal: controller.signal })

  expect(await failureOf(client.call('getAPIVersion'))).toMatchObject({ kind: 'unreachable' })
})

function sent({ arrived }: StubServer): readonly unknown[] {
  return arrived.map(({ body }) => readCall(body))
}
