import { afterAll, beforeAll, expect, test } from 'vitest'
import { storable } from '../../archive/schema/storable.ts'
import { safeLine } from '../../compose/safe-line.ts'
import { nightPath } from '../../web/parts/paths.ts'
import { webApp } from '../../web/web-app.ts'
import { pageOf, type Page } from '../report/html/page.ts'
import { hostileNames, hostileRun, recordHostile } from './hostile-names.ts'
import { siteOn, type LabSite } from './site.ts'

let site: LabSite
let app: ReturnType<typeof webApp>

beforeAll(async () => {
  site = await siteOn(async (archive) => {
    for (const [nth, name] of hostileNames.entries()) await recordHostile(archive, name, nth)
  })
  const streams = hostileNames.slice(0, 10).map((name) => ({ name, title: name, requiredTests: [] }))
  app = webApp({ ...site, streams, publishBy: true })
})

afterAll(() => site[Symbol.asyncDispose]())

/** What every page leads to. */
const usual = ['/composes', '/compare', '/bugs', '/trends', '/style.css', '/icon.svg']

const forbidden = ['script', 'style', 'img', 'iframe', 'object', 'embed', 'base']

const known = new Map<string, Page>()

/** Reads a page, but each only once. */
function readPage(html: string): Page {
  const page = known.get(html) ?? pageOf(html)
  known.set(html, page)
  return page
}

/** What a page has that no page of ours has. */
function strangeIn(html: string): readonly string[] {
  const { mistakes, elements } = readPage(html)
  const names = elements.flatMap(({ attributes }) => Object.keys(attributes))
  return [
    ...mistakes,
    ...elements.map(({ tag }) => tag).filter((tag) => forbidden.includes(tag)),
    ...names.filter((name) => /^on|^style$|[^a-z:-]/i.test(name)),
    ...linksIn(html).filter((href) => !/^(https?:\/\/|\/(?!\/)|#)/.test(href)),
    ...(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u.exec(html) ?? []),
  ]
}

function linksIn(html: string): readonly string[] {
  return readPage(html)
    .elements.flatMap(({ attributes: { href, action } }) => [href, action])
    .filter((address) => address !== undefined)
}

/** Every page that a page leads to, itself included, but for the places that all pages lead to. */
async function visited(first: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const ahead = [first]
  const seen = new Set([...ahead, '/', ...usual])
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const response = await app.request(path)
    const text = await response.text()
    pages.set(path, response.status === 200 ? text : `${response.status}`)
    if (!response.headers.get('Content-Type')?.startsWith('text/html')) continue
    const further = linksIn(text).filter((href) => href.startsWith('/') && !seen.has(href))
    for (const next of further) seen.add(next)
    ahead.push(...further)
  }
  return pages
}

test.each(hostileNames.map((name, nth) => [safeLine(name, 40), name, nth] as const))(
  'every page about %s answers, shows it as text, and leads nowhere else',
  async (_, name, nth) => {
    const first = nightPath(hostileRun(name, nth).id)
    const pages = await visited(first)
    const html = [...pages].filter(([, text]) => text.startsWith('<!DOCTYPE'))
    const failed = [...pages].filter(([, text]) => /^\d{3}$/.test(text))

    expect(failed.map(([path, status]) => `${status} ${path.slice(0, 300)}`)).toEqual([])
    expect(
      html.flatMap(([path, text]) => strangeIn(text).map((what) => `${path.slice(0, 99)} ${what}`)),
    ).toEqual([])
    const shown = safeLine(nth % 2 === 0 ? storable(name) : name.slice(0, 7), 40)
    expect(pageOf(pages.get(first) ?? '').text).toContain(shown.slice(0, 39).trim())
  },
)

test.for(['/', '/bugs'])('%s has hostile names as text', async (path) => {
  const text = await (await app.request(path)).text()

  expect(strangeIn(text)).toEqual([])
  expect(pageOf(text).text).toContain('<script>alert(1)</script>')
})
