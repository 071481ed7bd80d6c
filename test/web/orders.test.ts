import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DeskAway, type FormOrder, type OrderDesk } from '../../web/orders/order-desk.ts'
import { serveWeb } from '../../web/serve-web.ts'
import { monthSite, type LabSite } from './site.ts'

const origin = 'https://nightjar.example.org'
const night = '/rawhide/2026-11-24'
const signedIn = { 'X-Forwarded-User': 'ada', Origin: origin }
const id = '0b0c9d1e-8c5e-4f0a-9d3a-2d6f6a7b8c9d'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

/** Serves the pages with a desk that notes what it is given. */
async function served(what: Partial<OrderDesk> = {}) {
  const given: (readonly [string, FormOrder])[] = []
  const orders: OrderDesk = {
    userHeader: 'X-Forwarded-User',
    isProxy: () => true,
    origin,
    fitting: () => Promise.resolve(['rerun', 'accept', 'cancel', 'look']),
    give(run, order) {
      given.push([run, order])
      return Promise.resolve({ kind: 'taken', said: 'it will run them again' })
    },
    ...what,
  }
  const server = await serveWeb({ ...site, orders }, '127.0.0.1:0')
  return {
    given,
    get: (path: string, headers: Record<string, string> = signedIn) =>
      fetch(`${server.url}${path}`, { headers }),
    post: (fields: Record<string, string>, headers: Record<string, string> = signedIn) =>
      fetch(`${server.url}/order${night}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ id, ...fields }),
      }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

describe('orders on the pages', () => {
  test('have a form for each that the night takes, with what may be accepted', async () => {
    await using pages = await served()

    const text = await (await pages.get(`/order${night}`)).text()

    expect([...text.matchAll(/name="order" value="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'rerun',
      'accept',
      'cancel',
      'look',
    ])
    expect(text).toContain('value="test:base_selinux"')
    expect(await (await pages.get(night)).text()).toContain(`href="/order${night}"`)
  })

  test('are given in the name of who is signed in, with the id of the form', async () => {
    await using pages = await served()

    const answer = await pages.post({ order: 'rerun', what: 'failed', why: 'the proxy\r\nis back' })

    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('it will run them again.')
    expect(pages.given).toEqual([
      [
        'nightly/rawhide/2026-11-24',
        { name: 'rerun', id, by: 'ada', why: 'the proxy is back', jobs: 'failed' },
      ],
    ])
  })

  test.for([
    ['nobody is signed in', { Origin: origin }],
    ['the name is none', { ...signedIn, 'X-Forwarded-User': '<b>' }],
    ['another site sends it', { ...signedIn, Origin: 'https://evil.example.org' }],
    ['no origin is told', { 'X-Forwarded-User': 'ada' }],
    ['a name points here', { 'X-Forwarded-User': 'ada', 'Sec-Fetch-Site': 'same-origin' }],
  ] as const)('are not given where %s', async ([, headers]) => {
    await using pages = await served()

    const answer = await pages.post({ order: 'cancel', why: 'x' }, headers)

    expect(answer.status).toBe(403)
    expect(pages.given).toEqual([])
  })

  test('are not given where somebody else than a proxy names a person', async () => {
    await using pages = await served({ isProxy: () => false })

    expect((await pages.post({ order: 'cancel', why: 'x' })).status).toBe(403)
    expect((await pages.get(`/order${night}`)).status).toBe(403)
    expect(pages.given).toEqual([])
  })

  test.for([
    [{ order: 'cancel' }, 'say why: cancel changes what the report says.'],
    [{ order: 'delete', why: 'x' }, 'expected a form of this site.'],
    [{ order: 'rerun', what: 'everything', why: 'x' }, 'choose what to run again.'],
    [{ order: 'accept', why: 'x' }, 'choose what to accept.'],
    [{ order: 'extend', hours: '100', why: 'x' }, 'expected a number of hours, at most 48.'],
  ] as const)('say what is wrong with the form: %j', async ([fields, words]) => {
    await using pages = await served()

    const answer = await pages.post(fields)

    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words)
    expect(pages.given).toEqual([])
  })

  test('say what the night refused, and that Temporal does not answer', async () => {
    await using refusing = await served({
      give: () => Promise.resolve({ kind: 'refused', said: 'it has <ended>' }),
    })
    await using away = await served({ give: () => Promise.reject(new DeskAway('no server at 127.0.0.1:1')) })

    const refused = await refusing.post({ order: 'look' })
    const nothing = await away.post({ order: 'look' })

    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('it has &lt;ended&gt;.')
    expect(nothing.status).toBe(503)
    expect(await nothing.text()).toContain('Nothing was ordered: no server at 127.0.0.1:1.')
  })

  test('have no page where nobody may give them', async () => {
    await using server = await serveWeb(site, '127.0.0.1:0')

    const form = await fetch(`${server.url}/order${night}`, { headers: signedIn })
    const order = await fetch(`${server.url}/order${night}`, { method: 'POST', headers: signedIn })

    expect([form.status, order.status]).toEqual([404, 405])
    expect(await (await fetch(`${server.url}${night}`)).text()).not.toContain('/order/')
  })
})
