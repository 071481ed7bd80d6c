import type { ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import type { ClientFailure } from '../../../clients/failure.ts'
import { NotNow } from '../../../clients/not-now.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { postWebhook } from '../../../clients/webhook/webhook.ts'
import { webhookKey } from '../../../clients/webhook/webhook-signature.ts'
import { failureOf } from '../failure-of.ts'
import { nobody, stubServer } from '../stub-server.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const key = Buffer.alloc(32, 7)
const body = JSON.stringify({ type: 'nightjar.report', data: { headline: 'Rawhide ✓' } })
const id = 'nightly_rawhide_2026-11-24_1'

function place(url: string, deadlineMs = 5000) {
  return { service: 'webhook qa', url, deadlineMs }
}

function post(url: string, deadlineMs?: number): Promise<string> {
  return postWebhook(place(url, deadlineMs), key, { id, body, signal: new AbortController().signal })
}

function answering(status: number, headers: Readonly<Record<string, string>> = {}, text = '') {
  return (response: ServerResponse) => void response.writeHead(status, headers).end(text)
}

/** Answers a status, and then words without end. */
function endless(status: number) {
  return (response: ServerResponse): void => {
    response.writeHead(status)
    const more = setInterval(() => response.write('x'.repeat(65_536)), 1)
    response.on('close', () => clearInterval(more))
  }
}

describe('a webhook', () => {
  test('is what the library of Standard Webhooks verifies, at each try with the same id and body', async () => {
    await using server = await stubServer(answering(204))

    const said = [await post(`${server.url}/hook`), await post(`${server.url}/hook`)]

    expect(said).toEqual(['it answered 204', 'it answered 204'])
    expect(server.arrived).toHaveLength(2)
    for (const { headers, body: text, method, target } of server.arrived) {
      const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      expect([method, target, named['content-type']]).toEqual(['POST', '/hook', 'application/json'])
      expect(named['webhook-id']).toBe(id)
      expect(new Webhook(secret).verify(text, named)).toEqual(JSON.parse(body))
      expect(() => new Webhook(secret).verify(`${text} `, named)).toThrow('No matching signature')
    }
  })

  test.each([
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [410, 'refused'],
    [413, 'refused'],
    [304, 'refused'],
    [408, 'unreachable'],
    [425, 'unreachable'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('that is answered %i is %s', async (status, kind) => {
    await using server = await stubServer(answering(status, {}, 'the reason'))

    const failure = await failureOf(post(server.url))

    expect(failure.kind).toBe(kind)
    expect(failure.message).toMatch(`webhook qa: it answered ${status}`)
    expect(failure instanceof NotNow).toBe(kind === 'unreachable')
    expect(failure).not.toBeInstanceOf(UnknownOutcome)
  })

  test.each<[Record<string, string>, number | null]>([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('that is put off with %j is to wait %s ms', async (headers, expected) => {
    await using server = await stubServer(answering(429, headers))

    const failure = await failureOf(post(server.url))

    expect(failure instanceof NotNow && failure.retryAfterMs).toBe(expected)
  })

  test('follows no redirect, and says which URL to configure', async () => {
    await using other = await stubServer(answering(204))
    await using server = await stubServer(answering(307, { location: `${other.url}/other` }))

    const failure = await failureOf(post(`${server.url}/secret-path`))

    expect(failure.kind).toBe('refused')
    expect(failure.message).toContain('redirects to')
    expect(other.arrived).toEqual([])
  })

  test('that is never answered may have been taken', async () => {
    await using server = await stubServer(() => {})

    expect(await failureOf(post(server.url, 300))).toBeInstanceOf(UnknownOutcome)
  })

  test('whose connection breaks may have been taken', async () => {
    await using server = await stubServer((response) => response.destroy())

    expect(await failureOf(post(server.url))).toBeInstanceOf(UnknownOutcome)
  })

  test('for which nobody listens was not taken', async () => {
    const failure = await failureOf(post(nobody))

    expect(failure.kind).toBe('unreachable')
    expect(failure).not.toBeInstanceOf(UnknownOutcome)
  })

  test('is delivered although its answer never ends, and refused although its reason never ends', async () => {
    await using taking = await stubServer(endless(200))
    await using refusing = await stubServer(endless(400))

    expect(await post(taking.url)).toBe('it answered 200')
    expect((await failureOf(post(refusing.url))).message.length).toBeLessThan(300)
  })

  test.each([
    [404, 'refused'],
    [500, 'unreachable'],
  ])('keeps the first words of a large answer %i', async (status, kind) => {
    await using server = await stubServer(answering(status, {}, `no such hook ${'x'.repeat(5_000_000)}`))

    const failure = await failureOf(post(server.url))

    expect(failure.kind).toBe(kind)
    expect(failure.message).toContain(`it answered ${status} (no such hook xxx`)
  })

  test('keeps the path of its URL out of every failure, as it may be a secret', async () => {
    const failures: ClientFailure[] = []
    const collect = async (url: string, ms?: number) => void failures.push(await failureOf(post(url, ms)))
    await using hanging = await stubServer(() => {})
    await using echoing = await stubServer((response, { target }) => {
      response.writeHead(400).end(`no ${hanging.url}${target} here`)
    })
    await using redirecting = await stubServer((response, { target }) => {
      response.writeHead(302, { location: `${target}/` }).end()
    })

    await collect(`${hanging.url}/SECRET?token=SECRET`, 300)
    await collect(`${echoing.url}/SECRET?token=SECRET`)
    await collect(`${redirecting.url}/SECRET?token=SECRET`)

    expect(failures).toHaveLength(3)
    expect(JSON.stringify(failures.map(({ message }) => message))).not.toContain('SECRET')
  })
})

describe('a secret', () => {
  test('is whsec_ and 24 to 64 bytes', () => {
    expect(webhookKey(secret)).toEqual(key)
    for (const length of [24, 64])
      expect(webhookKey(`whsec_${Buffer.alloc(length, 1).toString('base64')}`)).toHaveLength(length)
  })

  test.each([
    '',
    'whsec_',
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    `whsec_${Buffer.alloc(23).toString('base64')}`,
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    `${secret} ${secret}`,
    `whsec_${'-_'.repeat(20)}`,
  ])('is none: %j', (text) => {
    expect(webhookKey(text)).toBeNull()
  })
})
