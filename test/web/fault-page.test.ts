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

describe('a page', () => {
  test('that is not there leads to the streams, to the other pages, and to no night', async () => {
    const text = await textOf('/rawhid/2026-11-24')

    expect(text).toContain('<p>The streams: <a href="/rawhide">rawhide</a>, ')
    expect(text).toContain('<p>Other pages: <a href="/">Streams</a> · <a href="/composes">Composes</a>')
    expect(text).not.toContain('nearest')
    expect(await textOf('/nothing.atom')).toContain('<p>The streams: ')
  })

  test.for([
    ['/rawhide/2026-11-31', ['2026-11-25', '2026-11-24']],
    ['/rawhide/2026-10-24', ['2026-10-29', '2026-10-28', '2026-10-27', '2026-10-26']],
    ['/eln/2026-11-24', ['2026-11-24T18', '2026-11-24T14', '2026-11-24T02', '2026-11-23T18']],
    ['/rawhide/2026-11-24/edition-9', ['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22']],
    ['/rawhide/0000-01-01', ['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22']],
    ['/rawhide/<b>/x', ['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22']],
    ['/iot/2026-11-24', []],
  ] as const)('of a night that is not there, %s, leads to the nearest', async ([path, names]) => {
    const text = await textOf(path)
    const [, told = ''] = /<p>The nearest nights: (.*)\.<\/p>/.exec(text) ?? []

    expect([...told.matchAll(/>night ([^<]*)</g)].map(([, name]) => name)).toEqual(names)
  })
})
