import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'

import { openQa } from '../../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { failureOf } from '../failure-of.ts'
import { nobody, stubServer, type StubServer } from '../stub-server.ts'

const key = '1234567890ABCDEF'
const secret = 'FEDCBA0987654321'
const settings = { DISTRI: 'fedora', BUILD: 'Fedora-Rawhide-20261124.n.0', ISO_URL: 'http://x/a b.iso' }

function signedOver({ arrived }: StubServer, target: string): boolean {
  const headers = arrived[0]?.headers ?? {}
  const hash = createHmac('sha1', secret)
    .update(`${target}${String(headers['x-api-microtime'])}`)
    .digest('hex')
  return headers['x-api-hash'] === hash && headers['x-api-key'] === key
}

test('a build is asked for in one signed request', async () => {
  await using server = await stubServer((response) => response.end('{"jobs":[]}'))

  const answer = await openQa({ url: server.url, key, secret }).jobsOfBuild("F ~!*'()/:é")

  expect(answer).toEqual({ jobs: [] })
  expect(server.arrived.map(({ target }) => target)).toEqual([
    '/api/v1/jobs?build=F+%7E%21*%27%28%29%2F%3A%C3%A9&latest=1',
  ])
  expect(signedOver(server, server.arrived[0]?.target ?? '')).toBe(true)
})

test('a base path is kept and signed, with or without its slash', async () => {
  await using server = await stubServer((response) => response.end('{}'))

  await openQa({ url: `${server.url}/openqa/`, key, secret }).comments(7)

  expect(server.arrived[0]?.target).toBe('/openqa/api/v1/jobs/7/comments')
  expect(signedOver(server, '/openqa/api/v1/jobs/7/comments')).toBe(true)
})

test('a post is a form; its body is not signed', async () => {
  await using server = await stubServer((response) => response.end('{"ids":[1]}'))

  await openQa({ url: server.url, key, secret }).post(settings)

  expect(server.arrived[0]).toMatchObject({
    method: 'POST',
    body: 'DISTRI=fedora&BUILD=Fedora-Rawhide-20261124.n.0&ISO_URL=http%3A%2F%2Fx%2Fa+b.iso',
  })
  expect(server.arrived[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(signedOver(server, '/api/v1/isos')).toBe(true)
})

test('with a user the key goes as a personal access token', async () => {
  await using server = await stubServer((response) => response.end('{}'))

  await openQa({ url: server.url, key, secret, user: 'admin' }).scheduledProduct(3)

  const token = Buffer.from(`admin:${key}:${secret}`).toString('base64')
  expect(server.arrived[0]?.headers).toMatchObject({ authorization: `Basic ${token}` })
  expect(server.arrived[0]?.headers['x-api-key']).toBeUndefined()
})

test('without a key reading is open and nothing is posted', async () => {
  await using server = await stubServer((response) => response.end('{"jobs":[]}'))
  const observer = openQa({ url: server.url })

  await observer.jobsOf({ build: 'F', flavor: 'universal', arch: 'x86_64' })
  const failure = await failureOf(observer.post(settings))

  expect(failure.kind).toBe('refused')
  expect(failure.message).toContain('only observes')
  expect(server.arrived.map(({ target }) => target)).toEqual([
    '/api/v1/jobs?build=F&flavor=universal&arch=x86_64',
  ])
})

/** So long that no load makes a test reach it. */
const ampleMs = 120_000

test.each([
  ['a cut connection', (response: ServerResponse) => response.destroy()],
  ['no answer in time', () => {}, 3000],
  ['a 500', (response: ServerResponse) => response.writeHead(500).end()],
  ['a 503', (response: ServerResponse) => response.writeHead(503).end('<h1>later</h1>')],
  ['half an answer', (response: ServerResponse) => response.end('{"count":7,"ids":[1,')],
  [
    'an answer cut off',
    (response: ServerResponse) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"count":7')
      setImmediate(() => response.destroy())
    },
  ],
  ['too large an answer', (response: ServerResponse) => response.end('1'.repeat(5000))],
])(
  'after %s the outcome of a post is unknown, and it was sent exactly once',
  async (_, answer, deadlineMs = ampleMs) => {
    await using server = await stubServer(answer)
    const client = openQa({ url: server.url, key, secret, deadlineMs, maxBytes: 4096 })

    const failure = await failureOf(client.post(settings))

    expect(failure).toBeInstanceOf(UnknownOutcome)
    expect(failure.kind).toBe('unreachable')
    expect(server.arrived.map(({ method }) => method)).toEqual(['POST'])
  },
)

test('an act has its own deadline: openQA may take longer over a post than over an answer', async () => {
  const { promise: over, resolve: readIsOver } = Promise.withResolvers<void>()
  await using server = await stubServer((response) => void over.then(() => response.end('{"ids":[1]}')))
  const client = openQa({ url: server.url, key, secret, deadlineMs: 50, actDeadlineMs: ampleMs })

  const posting = client.post(settings)
  const read = await failureOf(client.jobsOfBuild('F'))
  readIsOver()

  expect(read.kind).toBe('unreachable')
  expect(await posting).toEqual({ ids: [1] })
})

test('a refused connection is an outcome that is known: nothing was done', async () => {
  const failure = await failureOf(openQa({ url: nobody, key, secret }).post(settings))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('unreachable')
})

test('to a question a 404 is an absence', async () => {
  await using server = await stubServer((response) => response.writeHead(404).end('{"error_status":404}'))

  expect(await failureOf(openQA(server).comments(9))).toMatchObject({ kind: 'absent' })
})

test('a page instead of JSON is garbled and named', async () => {
  await using server = await stubServer((response) => response.end('<html>Log in</html>'))

  const failure = await failureOf(openQA(server).jobsOfBuild('F'))

  expect(failure.kind).toBe('garbled')
  expect(failure.message).toBe('openQA: GET /jobs: expected JSON, got an HTML page: Log in')
})

test('the clock is told from any answer', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(200, { Date: new Date(Date.now() + 90_000).toUTCString() }).end('{}')
  })
  const client = openQA(server)
  const before = client.clockSkewMs()

  await client.comments(1)

  expect(before).toBeNull()
  expect(client.clockSkewMs()).toBeGreaterThan(88_000)
  expect(client.clockSkewMs()).toBeLessThan(92_000)
})

test('a redirect to another host is not followed', async () => {
  await using server = await stubServer((response) => {
    response.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end()
  })

  expect(await failureOf(openQA(server).jobsOfBuild('F'))).toMatchObject({ kind: 'refused' })
})

function openQA({ url }: StubServer) {
  return openQa({ url, key, secret })
}
