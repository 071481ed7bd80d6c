import { describe, expect, test } from 'vitest'
import type { Caller, ContractServer } from './caller.ts'
import { jobsOf, newName, usualPost } from './builds.ts'

const locked = '/api/v1/isos/999999'
const inside = { status: 404, body: { error: 'Scheduled product does not exist.', error_status: 404 } }

function shutOut(error: string) {
  return { status: 403, type: 'application/json', body: { error, error_status: 403 } }
}

/** Who is let in: the signature, the token, the clock. */
export function authContract(server: () => ContractServer, caller: () => Caller): void {
  describe('authentication', () => {
    test('a signed request is let in', async () => {
      expect(await caller().send(locked, { headers: caller().sign(locked) })).toMatchObject(inside)
    })

    test('without a key there is no way in', async () => {
      expect(await caller().send(locked)).toMatchObject(shutOut('no api key'))
    })

    test('an unknown key is not authorized', async () => {
      const headers = caller().sign(locked, { key: '0000000000000000' })

      expect(await caller().send(locked, { headers })).toMatchObject(shutOut('Not authorized'))
    })

    test('a wrong secret is refused', async () => {
      const headers = caller().sign(locked, { secret: '0000000000000000' })

      expect(await caller().send(locked, { headers })).toMatchObject(shutOut('unknown error (wrong secret?)'))
    })

    test.each([
      ['301 s old', -302_000, 403],
      ['290 s old', -290_000, 404],
      ['of tomorrow', 86_400_000, 404],
    ])('a signature %s is answered %i', async (_, age, status) => {
      const headers = caller().sign(locked, {}, Date.now() + age)

      expect((await caller().send(locked, { headers })).status).toBe(status)
    })

    test('an old signature is refused for its time', async () => {
      const headers = caller().sign(locked, {}, Date.now() - 400_000)

      expect(await caller().send(locked, { headers })).toMatchObject(shutOut('timestamp mismatch'))
    })

    test('a signature without a time is as good as an old one', async () => {
      const { 'X-API-Microtime': _, ...headers } = caller().sign(locked)

      expect(await caller().send(locked, { headers })).toMatchObject(shutOut('timestamp mismatch'))
    })

    test('the hash is in lower case', async () => {
      const signed = caller().sign(locked)
      const headers = { ...signed, 'X-API-Hash': (signed['X-API-Hash'] ?? '').toUpperCase() }

      expect((await caller().send(locked, { headers })).status).toBe(403)
    })

    test('the whole path is signed, from /api on', async () => {
      expect((await caller().send(locked, { headers: caller().sign('/isos/999999') })).status).toBe(403)
    })

    test('method and body are not signed', async () => {
      const headers = caller().sign('/api/v1/isos')

      const answer = await caller().send('/api/v1/isos', { method: 'POST', headers, body: 'anything' })

      expect(answer.status).toBe(400)
    })

    test('a query as URLSearchParams writes it is signed as it is, whatever is in it', async () => {
      const ascii = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(at + 32)).join('')
      const target = `${locked}?${new URLSearchParams({ x: `${ascii}é☃`, empty: '' }).toString()}`

      expect(await caller().send(target, { headers: caller().sign(target) })).toMatchObject(inside)
    })

    test.each([
      ['x=a%20b', 'x=a+b'],
      ['x=a~b', 'x=a%7Eb'],
      ['x=a:b/c,d', 'x=a%3Ab%2Fc%2Cd'],
      ['x=a%3ab', 'x=a%3Ab'],
      ['x', 'x='],
      ['a=b&&c=d', 'a=b&c=d'],
    ])('the query %s is checked as openQA writes it: %s', async (sent, written) => {
      const target = `${locked}?${sent}`

      expect((await caller().send(target, { headers: caller().sign(target) })).status).toBe(403)
      expect(await caller().send(target, { headers: caller().sign(`${locked}?${written}`) })).toMatchObject(
        inside,
      )
    })

    test('reading jobs needs no key, and a bad one does no harm there', async () => {
      const headers = caller().sign('/api/v1/jobs?limit=1', { secret: 'wrong' })

      expect((await caller().get('/jobs', { limit: '1' })).status).toBe(200)
      expect((await caller().send('/api/v1/jobs?limit=1', { headers })).status).toBe(200)
    })

    test.each([
      ['the right token', (own: string) => own, 404],
      ['a wrong secret', (own: string) => `${own.slice(0, -1)}x`, 403],
      ['a wrong user', (own: string) => `x${own}`, 403],
    ])('a personal access token: %s', async (_, change, status) => {
      const { user, key, secret } = server()
      const token = Buffer.from(change(`${user}:${key}:${secret}`)).toString('base64')

      const answer = await caller().send(locked, { headers: { Authorization: `Basic ${token}` } })

      expect(answer).toMatchObject(status === 404 ? inside : shutOut('invalid personal access token'))
    })

    test.each([
      '/isos',
      '/jobs/1/restart',
      '/jobs/1/cancel',
      '/jobs/1/comments',
      '/jobs/1/set_done',
      '/jobs/cancel',
    ])('POST %s does nothing without a key', async (path) => {
      expect(await caller().send(`/api/v1${path}`, { method: 'POST' })).toMatchObject(shutOut('no api key'))
    })

    test('a post that was shut out makes no jobs', async () => {
      const build = newName()
      const body = new URLSearchParams({ ...usualPost, BUILD: build }).toString()
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }

      await caller().send('/api/v1/isos', { method: 'POST', headers, body })

      expect(await jobsOf(caller(), build)).toEqual([])
    })

    test('a route that is not there is a 404 without a word', async () => {
      expect(await caller().get('/nonexistent')).toMatchObject({ status: 404, body: { error_status: 404 } })
    })
  })
}
