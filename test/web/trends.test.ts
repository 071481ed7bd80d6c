import { afterAll, beforeAll, expect, test } from 'vitest'
import { webApp } from '../../web/web-app.ts'
import { emptySite, monthSite, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

const textOf = async (path: string, of = site) => await (await webApp(of).request(path)).text()

test('the first words say how many nights passed, had no compose, and when reports came', async () => {
  const words =
    'In the last 30 nights Rawhide passed 13, had no compose on 2; a report came 5 h 48 min after the due hour (median).'

  expect(await textOf('/trends')).toContain(`<h1>${words}</h1>`)
  expect(await textOf('/trends/rawhide')).toContain(`<h1>${words}</h1>`)
})

test('each plot has words and a table in its place', async () => {
  const text = await textOf('/trends/rawhide')
  const plots = [...text.matchAll(/<svg viewBox="0 0 400[^>]*>/g)].map(([svg]) => svg)

  expect(plots).toHaveLength(3)
  for (const svg of plots) expect(svg).toMatch(/role="img" aria-label="[^"]{20,}"/)
  expect(text.match(/<figcaption>/g)).toHaveLength(3)
  expect(text.match(/<table class="numbers">/g)).toHaveLength(4)
  expect(text).toContain(
    '<th scope="row"><a href="/rawhide/2026-11-24">2026-11-24</a></th><td>3 of 3</td><td>9 of 12</td>',
  )
})

test('the time to the report is told stage by stage, and what no stage took', async () => {
  expect(await textOf('/trends/rawhide')).toContain(
    '<a href="/rawhide/2026-11-24">2026-11-24</a></th><td>6 h 00 min</td><td>7 min</td><td>2 h 53 min</td><td>1 min</td><td>2 h 58 min</td><td>1 min</td>',
  )
})

test('flaky tests lead to their pages', async () => {
  const flake = {
    distri: 'fedora',
    flavor: 'KDE-live-iso',
    arch: 'x86_64',
    machine: '64bit',
    test: 'desktop_update_graphical',
    nights: 20,
    flaky: 5,
    failed: 1,
    rate: 0.25,
  }
  const archive = { ...site.archive, flakeRates: () => Promise.resolve([flake]) }
  const text = await textOf('/trends/rawhide', { ...site, archive })

  expect(text).toContain('<td>5 of 20 nights</td>')
  expect(text).toContain('aria-label="25 %"')
  expect(text).toContain('<a href="/test/rawhide/desktop_update_graphical/KDE-live-iso/x86_64/64bit">')
})

function more<Row extends { readonly run: string }>(rows: readonly Row[]): readonly Row[] {
  return [0, 1, 2].flatMap((copy) => rows.map((row) => ({ ...row, run: `${row.run}T0${copy}` })))
}

test('a page of 90 nights stays small', async () => {
  const nights = await site.archive.trendNights({ stream: 'rawhide', nights: 90 })
  const rates = await site.archive.archRates({ stream: 'rawhide', nights: 90 })
  const archive = {
    ...site.archive,
    trendNights: () => Promise.resolve(more(nights)),
    archRates: () => Promise.resolve(more(rates)),
  }

  expect((await textOf('/trends/rawhide', { ...site, archive })).length).toBeLessThan(60_000)
})

test('a stream without nights says so, and one that nobody knows is not there', async () => {
  await using empty = await emptySite()

  expect(await textOf('/trends', empty)).toContain('No night has ended yet.')
  expect(await textOf('/trends/iot')).toContain('iot has no nights yet.')
  expect((await webApp(site).request('/trends/nothing')).status).toBe(404)
  expect((await webApp(site).request('/trends/rawhide/more')).status).toBe(404)
})
