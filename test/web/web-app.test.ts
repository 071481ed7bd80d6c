import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { ProgramTooOld } from '../../archive/migrations/levels.ts'
import type { Site } from '../../web/site.ts'
import { webApp } from '../../web/web-app.ts'
import { emptySite, monthSite, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

async function textOf(path: string, of: Site = site): Promise<string> {
  return await (await webApp(of).request(path)).text()
}

describe('the first page', () => {
  test('answers for each stream that has nights: the verdict, since when and why', async () => {
    const text = await textOf('/')

    expect(text).toContain('<h2><a href="/rawhide">Rawhide</a> <b class="verdict v-broken">BROKEN</b></h2>')
    expect(text).toContain('Rawhide is BROKEN: 2 required tests failed; 4 of 6 required tests passed.')
    expect(text).toContain('BROKEN since <a href="/rawhide/2026-11-22">2026-11-22</a> (3 nights)')
    expect(text).toContain('<a href="/branched">Fedora 44</a> <b class="verdict v-passed">PASSED</b>')
    expect(text).not.toContain('iot')
  })

  test('leads to the last good compose and its images', async () => {
    expect(await textOf('/')).toContain(
      'Last good: Fedora-Rawhide-20261120.n.0 (<a href="/compose/Fedora-Rawhide-20261120.n.0">its images</a>',
    )
  })

  test("tells tonight's progress with its reason and as of when", async () => {
    expect(await textOf('/')).toContain('complete: 3 of 41 Koji tasks open, as of 2026-11-25 06:58 UTC.')
  })

  test('names candidates apart from Branched of the same release', async () => {
    expect(await textOf('/')).toContain('<a href="/candidate">Fedora 44 candidates</a>')
    expect(await textOf('/candidate')).toContain('<h1>Fedora 44 candidates ')
  })

  test('tells that no night was opened for long', async () => {
    const late = { ...site, now: () => new Date('2026-11-27T07:00:00.000Z') }

    const text = await textOf('/', late)

    expect(text).toContain('No night was opened since 2026-11-24 05:15 UTC.')
    // Also of Rawhide, whose last night is still open.
    expect(text).toContain('No night was opened since 2026-11-25 05:15 UTC.')
  })

  test('of an empty archive says so', async () => {
    await using empty = await emptySite()

    expect(await textOf('/', empty)).toContain('the archive has no night')
  })
})

describe('a night', () => {
  test('that was terminated has nothing that stands now', async () => {
    const text = await textOf('/branched/2026-10-30')

    expect(text).toContain('it was terminated: a typo')
    expect(text).not.toContain('Now (')
  })

  test('that is running has its stages in their order', async () => {
    const text = await textOf('/rawhide/2026-11-25')

    expect(text).toContain('This night is still running.')
    expect(text).toContain('stage complete: 3 of 41 Koji tasks open')
    expect(text.indexOf('<td>find</td>')).toBeLessThan(text.indexOf('<td>complete</td>'))
  })

  test('has its report, with what is new apart from what is old, and the way to each job', async () => {
    const text = await textOf('/rawhide/2026-11-24')

    expect(text).toContain('NEW (1)')
    expect(text).toContain('<a href="/test/rawhide/desktop_browser/Workstation-live-iso/x86_64/64bit">')
    expect(text).toContain('href="https://openqa.fedoraproject.org/tests/1002907"')
    expect(text).toContain('NEVER PASSED in the last 10 nights (1)')
  })

  test('says what was tested on each arch, which stage was late, and why there is no compose', async () => {
    const [tested, late, absent] = await Promise.all(
      ['/rawhide/2026-11-24', '/rawhide/2026-11-21', '/rawhide/2026-11-12'].map((path) => textOf(path)),
    )

    expect(tested).toContain('3 of 3 tests passed on aarch64')
    expect(tested).not.toContain('<b>late</b>')
    expect(late).toMatch(/7 h \d+ min, <b>late<\/b>: on nine of ten nights at most/)
    expect(absent).toContain('The last answer: no compose of this date in the listing')
  })

  test('names nobody who gave an order, unless the configuration says so', async () => {
    const shown = await textOf('/rawhide/2026-11-21')
    const named = await textOf('/rawhide/2026-11-21', { ...site, publishBy: true })

    expect(shown).toContain('rerun: run what failed again')
    expect(shown).not.toContain('ada')
    expect(named).toContain('rerun by ada')
  })

  test('has each of its editions at an address that lasts', async () => {
    const [last, first] = await Promise.all(
      ['/rawhide/2026-11-21', '/rawhide/2026-11-21/edition-1'].map((path) => textOf(path)),
    )

    expect(last).toContain('href="/rawhide/2026-11-21/edition-1"')
    expect(last).not.toContain('Superseded')
    expect(first).toContain('<b>Superseded</b> by <a href="/rawhide/2026-11-21">edition 2</a> of 2026-11-21')
    expect(first).toContain('(shown here)')
    expect(first).not.toBe(last)
  })

  test.for(['/eln/2026-11-24T14', '/candidate/44/RC-1.2', '/rawhide/2026-11-25'])(
    'is there: %s',
    async (path) => {
      expect((await webApp(site).request(path)).status).toBe(200)
    },
  )
})

describe('every page', () => {
  const pages = ['/', '/rawhide', '/rawhide/2026-11-24']

  test.for(pages)('%s has the same as JSON, and may not run or load anything else', async (path) => {
    const answer = await webApp(site).request(path)
    const json = await webApp(site).request(path === '/' ? '/index.json' : `${path}.json`)

    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await answer.text()).not.toMatch(/<script|style=/)
    expect(await json.json()).toMatchObject({
      schema: expect.stringMatching(/^nightjar\//),
      asOf: expect.any(String),
    })
  })

  test.for(pages)('%s that says the same is not sent twice', async (path) => {
    const tag = (await webApp(site).request(path)).headers.get('ETag') ?? ''
    const later = { ...site, now: () => new Date('2026-11-25T07:10:00.000Z') }
    const again = await webApp(later).request(path, { headers: { 'If-None-Match': tag } })

    expect(again.status).toBe(304)
  })

  test.for(['/nothing', '/rawhide/1999-01-01', '/rawhide/2026-11-24/edition-9', '/%ff', '/rawhide/..%2f'])(
    'but %s is there',
    async (path) => {
      expect((await webApp(site).request(path)).status).toBe(404)
    },
  )

  test('is found with a slash at the end, too, and no other host is', async () => {
    const answer = await webApp(site).request('/rawhide/')
    const foreign = await webApp(site).request('//evil.example.org/')

    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/rawhide'])
    expect(foreign.status).toBe(404)
  })

  test('can only be read', async () => {
    expect((await webApp(site).request('/', { method: 'POST' })).status).toBe(405)
  })
})

describe('where the archive', () => {
  test.for([
    ['does not answer', new ArchiveAway('connection refused', 'ECONNREFUSED'), 'The archive does not answer'],
    [
      'is of a newer level',
      new ProgramTooOld({ level: 9, oldestProgram: 9 }, 3),
      'The archive is being changed to another version',
    ],
  ] as const)('%s, each page says so', async ([, error, words]) => {
    const away = { ...site, requireReadable: () => Promise.reject(error) }
    const answer = await webApp(away).request('/rawhide')

    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('30')
    expect(await answer.text()).toContain(words)
  })
})
