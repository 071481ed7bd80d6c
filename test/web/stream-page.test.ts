import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { webApp } from '../../web/web-app.ts'
import { monthSite, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

async function textOf(path: string): Promise<string> {
  return await (await webApp(site).request(path)).text()
}

describe('the page of a stream', () => {
  test('answers since when, as the first page does', async () => {
    expect(await textOf('/rawhide')).toContain(
      'BROKEN since <a href="/rawhide/2026-11-22">2026-11-22</a> (3 nights)',
    )
  })

  test('says of each night what the row does not say yet', async () => {
    const text = await textOf('/rawhide')

    expect(text).toContain('<td>1 new failure (desktop), 1 still failing</td>')
    expect(text).not.toContain('<td>[Rawhide]')
  })

  test('has the compose of the night that runs, as have its own page and that of the compose', async () => {
    const link = '<a href="/compose/Fedora-Rawhide-20261125.n.0">'

    expect(await textOf('/rawhide')).toContain(`<td class="id">${link}Fedora-Rawhide-20261125.n.0</a></td>`)
    expect(await textOf('/rawhide/2026-11-25')).toContain(`night 2026-11-25, ${link}its compose</a></p>`)
    expect(await textOf('/compose/Fedora-Rawhide-20261125.n.0')).toContain(
      'night 2026-11-25</a>: <b class="verdict v-open">NO REPORT YET</b> </li>',
    )
  })

  test('explains the letters of its nights', async () => {
    for (const path of ['/', '/rawhide'])
      expect(await textOf(path)).toMatch(
        /<p class="legend">.*<b>B<\/b> broken, <b>D<\/b> degraded, .*; the latest night is the last/,
      )
  })
})

describe('pages of parts of a stream', () => {
  test.for([
    '/test/branched/base_selinux/Server-dvd-iso/x86_64/64bit',
    '/compose/Fedora-44-20261124.n.0',
    '/branched/2026-11-24',
  ])('call it by its title: %s', async (path) => {
    expect(await textOf(path)).toContain('<p class="place"><a href="/branched">Fedora 44</a>, ')
  })

  test('call a candidate a candidate', async () => {
    expect(await textOf('/candidate')).toContain('<title>Fedora 44 candidates · Nightjar</title>')
    const trends = await textOf('/trends/candidate')
    expect(trends).toContain('<title>Trends of Fedora 44 candidates · Nightjar</title>')
    expect(trends).toContain('<h1>In the last 1 night Fedora 44 candidates passed')
    expect(await textOf('/candidate/44/RC-1.2')).toContain(
      'Fedora 44 candidates</a>, candidate RC-1.2, <a href="/compose/Fedora-44-20261120.0">its compose</a></p>',
    )
  })
})
