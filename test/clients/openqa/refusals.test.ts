import { expect, test } from 'vitest'
import { openQa, type OpenQa } from '../../../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { failureOf } from '../failure-of.ts'
import { stubServer, type StubServer } from '../stub-server.ts'

const key = '1234567890ABCDEF'
const secret = 'FEDCBA0987654321'
const settings = { DISTRI: 'fedora', BUILD: 'Fedora-Rawhide-20261124.n.0' }

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

test('key and secret never reach an error, even if the server repeats them', async () => {
  await using server = await stubServer((response, { headers }) => {
    response.writeHead(400).end(`${JSON.stringify(headers)} ${secret}`)
  })

  const failure = await failureOf(openQA(server).post(settings))

  const whole = `${failure.message} ${failure.stack} ${String(failure.cause)}`
  expect(whole).not.toContain(secret)
  expect(whole).not.toContain(key)
})

function openQA({ url }: StubServer): OpenQa {
  return openQa({ url, key, secret })
}
