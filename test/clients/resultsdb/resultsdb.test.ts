import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { resultsDb, type ResultsDbOptions } from '../../../clients/resultsdb/resultsdb.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { failureOf } from '../failure-of.ts'
import { nobody, stubServer, type StubServer } from '../stub-server.ts'

const login = { user: 'nightjar', password: 'a long password' }
const result = { outcome: 'PASSED', testcase: 'compose.a' }

function client({ url }: Pick<StubServer, 'url'>, options: Partial<ResultsDbOptions> = {}) {
  return resultsDb({ url: `${url}/api/v2.0/`, ...options })
}

function says(status: number, body: string) {
  return (response: ServerResponse) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
}

test('results are asked for by page, newest first', async () => {
  await using server = await stubServer(says(200, '{"data":[]}'))

  await client(server).results({ item: 'Fedora-Rawhide-20261124.n.0', testcases: 'compose.a' }, 2)

  expect(server.arrived[0]?.target).toBe(
    '/api/v2.0/results?item=Fedora-Rawhide-20261124.n.0&testcases=compose.a&limit=100&page=2&_sort=desc%3Asubmit_time',
  )
  expect(server.arrived[0]?.headers.authorization).toBeUndefined()
})

test('a result is posted as JSON, with the login of the proxy', async () => {
  await using server = await stubServer(says(201, '{"id":7}'))

  expect(await client(server, { login }).post(result)).toEqual({ id: 7 })
  const [arrived] = server.arrived
  expect(JSON.parse(arrived?.body ?? '')).toEqual(result)
  expect(arrived).toMatchObject({ method: 'POST', target: '/api/v2.0/results' })
  expect(arrived?.headers['content-type']).toBe('application/json')
  expect(arrived?.headers.authorization).toBe(`Basic ${btoa('nightjar:a long password')}`)
})

test('a password is sent to another machine only through TLS', async () => {
  const failure = await failureOf(
    resultsDb({ url: 'http://resultsdb.invalid/api/v2.0', login }).results({}, 0),
  )

  expect(failure.kind).toBe('refused')
  expect(failure.message).toContain('give resultsdb.url with https')
})

test.each([
  [
    400,
    '{"message":"Colon not allowed in key name: [\'a:b\']"}',
    "answered 400: Colon not allowed in key name: ['a:b']",
  ],
  [
    400,
    '{"validation_error":[{"loc":["outcome"],"msg":"Value error, must be one of: PASSED"}]}',
    'answered 400: outcome: Value error, must be one of: PASSED',
  ],
  [
    401,
    '<html><title>401 Unauthorized</title></html>',
    'check resultsdb.user and NIGHTJAR_RESULTSDB_PASSWORD',
  ],
  [404, '{"message":"Not found"}', 'resultsdb.url ends in /api/v2.0'],
  [400, '[]', 'answered 400: []'],
  [400, '{"validation_error":[3]}', 'answered 400: 3'],
  [413, '', 'answered 413: no reason given'],
])('a post that is answered with %i %s was refused', async (status, body, words) => {
  await using server = await stubServer(says(status, body))

  const failure = await failureOf(client(server).post(result))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('refused')
  expect(failure.message).toContain(words)
})

test('a list that is not there is never an answer that there are no results', async () => {
  await using server = await stubServer(says(404, '{"message":"Not found"}'))

  expect((await failureOf(client(server).results({}, 0))).kind).toBe('refused')
})

test('a password that a server repeats is not in the error', async () => {
  await using server = await stubServer(says(403, `{"message":"no ${login.password} here"}`))

  const failure = await failureOf(client(server, { login }).post(result))

  expect(failure.message).toContain('no … here')
})

test.each([
  ['a 502 page', says(502, '<html><title>502</title></html>')],
  ['an answer that is no JSON', says(201, '{"id":')],
  ['a cut connection', (response: ServerResponse) => void response.destroy()],
  ['silence', () => {}],
  ['an endless answer', says(201, `"${'x'.repeat(2000)}"`)],
])('after %s it is not known whether a post took effect', async (_, answer) => {
  await using server = await stubServer(answer)

  const failure = await failureOf(client(server, { deadlineMs: 300, maxBytes: 1000 }).post(result))

  expect(failure).toBeInstanceOf(UnknownOutcome)
  expect(server.arrived).toHaveLength(1)
})

test.each([
  ['unreachable', says(503, ''), '503'],
  ['unreachable', says(429, 'slow down'), '429'],
  ['garbled', says(200, '<html><title>Welcome</title></html>'), 'expected JSON, got an HTML page: Welcome'],
  ['garbled', says(200, `"${'x'.repeat(2000)}"`), 'more than 1000 bytes'],
  ['unreachable', () => {}, 'none within 0.3 s'],
] as const)('a look that fails is %s', async (kind, answer, words) => {
  await using server = await stubServer(answer)

  const failure = await failureOf(client(server, { deadlineMs: 300, maxBytes: 1000 }).results({}, 0))

  expect(failure.kind).toBe(kind)
  expect(failure.message).toContain(words)
})

test('where nobody listens, a post had no effect', async () => {
  const failure = await failureOf(client({ url: nobody }).post(result))

  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.kind).toBe('unreachable')
})

test('a post is not repeated after a redirect', async () => {
  await using server = await stubServer(
    (response) => void response.writeHead(307, { Location: '/elsewhere' }).end(),
  )

  expect((await failureOf(client(server).post(result))).message).toContain('configure that URL')
  expect(server.arrived).toHaveLength(1)
})
