import { afterAll, beforeAll, expect, test } from 'vitest'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { renderAtom } from '../../report/html/atom.ts'
import { webApp } from '../../web/web-app.ts'
import { monthSite, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

const get = async (path: string, of = site, init: RequestInit = {}) => await webApp(of).request(path, init)

test('a feed has the newest editions of its stream, with the ids of the channel `atom`', async () => {
  const answer = await get('/rawhide.atom', { ...site, feedDomain: 'nightjar.example.org' })
  const newest = await site.archive.newestEditions({ stream: 'rawhide', limit: 50 })
  const entries = newest.map((entry) => ({ ...entry, link: null }))

  expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  expect(await answer.text()).toBe(renderAtom({ name: 'rawhide', domain: 'nightjar.example.org', entries }))
})

test('a feed links to the pages of nights where people reach them', async () => {
  const feed = await (await get('/rawhide.atom', { ...site, url: 'https://example.org/n' })).text()

  expect(feed).toContain('<link rel="alternate" href="https://example.org/n/rawhide/2026-11-24"/>')
  expect(feed).not.toContain('127.0.0.1')
})

test('a feed has no link where nobody configured one, whatever host a request names', async () => {
  const feed = await (
    await get('/rawhide.atom', site, {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
    })
  ).text()

  expect(feed).toContain('<entry>')
  expect(feed).not.toMatch(/<link|127\.0\.0\.1|evil/)
})

test('the feed of all has every stream', async () => {
  const feed = await (await get('/index.atom')).text()

  expect(feed).toContain('<id>tag:nightjar.localdomain,2026:feed/all</id>')
  for (const stream of ['rawhide', 'branched', 'eln', 'candidate'])
    expect(feed).toContain(`<category term="${stream}"/>`)
})

test('pages lead to the feed of their stream', async () => {
  for (const [path, feed] of [
    ['/', '/index.atom'],
    ['/rawhide', '/rawhide.atom'],
    ['/eln/2026-11-24T14', '/eln.atom'],
  ] as const)
    expect(await (await get(path)).text()).toContain(
      `<link rel="alternate" type="application/atom+xml" title="Reports" href="${feed}">`,
    )
})

test('a badge says the verdict in one word, and as a sentence to who does not see it', async () => {
  const answer = await get('/rawhide/badge.svg')
  const badge = await answer.text()

  expect(answer.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=30')
  expect(badge).toContain('role="img" aria-label="Rawhide: BROKEN since 2026-11-22"')
  expect(badge).toContain('<title>Rawhide: BROKEN since 2026-11-22</title>')
  expect(badge).toContain('>BROKEN</text>')
  expect(badge).toContain('fill="#b3261e"')
})

const resourcePolicy = async (path: string) => (await get(path)).headers.get('Cross-Origin-Resource-Policy')

test('a badge may be shown by pages of other sites, a page may not', async () => {
  expect(await resourcePolicy('/rawhide/badge.svg')).toBe('cross-origin')
  expect(await resourcePolicy('/rawhide')).toBe('same-origin')
})

test('the badge of a stream without a report says so', async () => {
  expect(await (await get('/iot/badge.svg')).text()).toContain('<title>iot: no report yet</title>')
})

test('the badge says that nobody answers where the archive does not', async () => {
  const away = { ...site, requireReadable: () => Promise.reject(new ArchiveAway('refused', 'ECONNREFUSED')) }
  const answer = await get('/rawhide/badge.svg', away)

  expect(answer.status).toBe(503)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.text()).toContain('<title>Nightjar: no answer</title>')
  expect((await get('/rawhide.atom', away)).status).toBe(503)
})

test.for(['/rawhide.atom', '/index.atom', '/rawhide/badge.svg'])('%s is not sent twice', async (path) => {
  const tag = (await get(path)).headers.get('ETag') ?? ''

  expect((await get(path, site, { headers: { 'If-None-Match': tag } })).status).toBe(304)
})

test.for(['/nothing.atom', '/nothing/badge.svg', '/%3Csvg%3E/badge.svg', '/%ff.atom'])(
  '%s is not there',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)
