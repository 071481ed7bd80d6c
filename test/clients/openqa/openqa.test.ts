import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'

import { ClientFailure } from '../../../clients/failure.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { stubServer, type StubServer } from '../stub-server.ts'

const key = '1234567890ABCDEF'
const secret = 'FEDCBA0987654321'
const settings = { DISTRI: 'fedora', BUILD: 'Fedora-Rawhide-20261124.n.0', ISO_URL: 'http://x/a b.iso' }

async function failureOf(promise: Promise<unknown>): Promise<ClientFailure> {
  const thrown: unknown = await promise.then(
    () => 'no failure',
    (failure: unknown) => failure,
  )
  if (thrown instanceof ClientFailure) return thrown
  throw new Error(`expected a ClientFailure, got ${String(thrown)}`)
}

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

test.each([
  ['a cut connection', (response: ServerResponse) => response.destroy()],
  ['no answer in time', () => {}],
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
])('after %s the outcome of a post is unknown, and it was sent exactly once', async (_, answer) => {
  await using server = await stubServer(answer)
  const client = openQa({ url: server.url, key, secret, deadlineMs: 300, maxBytes: 4096 })

  const failure = await failureOf(client.post(settings))

  expect(failure).toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('unreachable')
  expect(server.arrived.map(({ method }) => method)).toEqual(['POST'])
})

test('an act has its own deadline: openQA may take longer over a post than over an answer', async () => {
  await using server = await stubServer((response) => setTimeout(() => response.end('{"ids":[1]}'), 150))
  const client = openQa({ url: server.url, key, secret, deadlineMs: 50, actDeadlineMs: 5000 })

  const [read, post] = await Promise.all([failureOf(client.jobsOfBuild('F')), client.post(settings)])

  expect(read.kind).toBe('unreachable')
  expect(post).toEqual({ ids: [1] })
})

test('a refused connection is an outcome that is known: nothing was done', async () => {
  const gone = await stubServer(() => {})
  await gone[Symbol.asyncDispose]()

  const failure = await failureOf(openQa({ url: gone.url, key, secret }).post(settings))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('unreachable')
})

test.each([
  [
    400,
    'text/html',
    'Error: missing parameters: VERSION',
    'answered 400: Error: missing parameters: VERSION',
  ],
  [
    403,
    'text/html',
    'Asset download requested from non-passlisted host x.',
    'non-passlisted host x.; check the key',
  ],
  [
    403,
    'application/json',
    '{"error":"no api key","error_status":403}',
    'answered 403: no api key; check the key',
  ],
  [404, 'application/json', '{"error":"no templates found","ids":[]}', 'answered 404: no templates found'],
  [404, 'application/json', '{"error_status":404}', 'answered 404: no reason given'],
  [413, 'text/html', '<html><title>413\n Too large</title><body>x', 'answered 413: 413 Too large'],
])('a post that openQA answers with %i (%s) is refused in its words', async (status, type, body, words) => {
  await using server = await stubServer((response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body)
  })

  const failure = await failureOf(openQA(server).post(settings))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('refused')
  expect(failure.message).toContain(words)
})

test('to a question a 404 is an absence', async () => {
  await using server = await stubServer((response) => response.writeHead(404).end('{"error_status":404}'))

  expect(await failureOf(openQA(server).comments(9))).toMatchObject({ kind: 'absent' })
})

test('a page instead of JSON is garbled and quoted', async () => {
  await using server = await stubServer((response) => response.end('<html>Log in</html>'))

  const failure = await failureOf(openQA(server).jobsOfBuild('F'))

  expect(failure.kind).toBe('garbled')
  expect(failure.message).toBe('openQA: GET /jobs: expected JSON, got <html>Log in</html>')
})

test.each([
  [-400_000, "this machine's clock is 400 s ahead of openQA's"],
  [400_000, "this machine's clock is 400 s behind openQA's"],
])('a refusal with clocks %i ms apart speaks of the clock', async (skew, words) => {
  await using server = await stubServer((response) => {
    const date = new Date(Date.now() + skew).toUTCString()
    response.writeHead(403, { Date: date }).end('{"error":"timestamp mismatch"}')
  })

  expect((await failureOf(openQA(server).scheduledProduct(1))).message).toMatch(
    new RegExp(words.replace('400', '(399|400|401)')),
  )
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

test('key and secret never reach an error, even if the server repeats them', async () => {
  await using server = await stubServer((response, { headers }) => {
    response.writeHead(400).end(`${JSON.stringify(headers)} ${secret}`)
  })

  const failure = await failureOf(openQA(server).post(settings))

  const whole = `${failure.message} ${failure.stack} ${String(failure.cause)}`
  expect(whole).not.toContain(secret)
  expect(whole).not.toContain(key)
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
