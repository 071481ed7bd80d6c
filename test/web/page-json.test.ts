import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { beforeAll, expect, test } from 'vitest'
import { webApp } from '../../web/web-app.ts'
import { pageForms } from '../cli/json/forms.ts'
import { printed } from '../cli/json/printed.ts'
import { monthSite } from './site.ts'

const ajv = formats.default(new Ajv2020({ allErrors: true }))
const isReport = ajv.compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')))

type App = ReturnType<typeof webApp>

/** Every page that links lead to from the first one, with its JSON. */
async function jsonOfAll(app: App): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const ahead = ['/']
  const seen = new Set(ahead)
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const page = await app.request(path)
    if (page.status !== 200) continue
    const json = await app.request(path === '/' ? '/index.json' : `${path}.json`)
    found.set(path, await json.text())
    const further = linksIn(await page.text()).filter((next) => !seen.has(next))
    for (const next of further) seen.add(next)
    ahead.push(...further)
  }
  return found
}

function linksIn(html: string): readonly string[] {
  const paths = [...html.matchAll(/<a [^>]*?href="(\/[^"#?]*)"/g)].map(([, path = '']) => path)
  return paths.filter((path) => !/\.[a-z]+$/.test(path) || path.endsWith('.0'))
}

function formOf(json: string): string {
  return String(Reflect.get(Object(JSON.parse(json)), 'schema'))
}

let all: ReadonlyMap<string, string>

beforeAll(async () => {
  await using site = await monthSite()
  all = await jsonOfAll(webApp(site))
}, 60_000)

test('the JSON of every page fits its published schema, and every schema has a page', async () => {
  expect(all.size).toBeGreaterThan(70)
  for (const json of all.values()) expect(printed(formOf(json), json)).toHaveProperty('asOf')
  const forms = new Set([...all.values()].map(formOf))
  expect(forms).toEqual(new Set((await pageForms()).map(({ name }) => name)))
})

test('the report in the JSON of a night fits its own schema', () => {
  const night: object = JSON.parse(all.get('/rawhide/2026-11-24') ?? '{}')

  expect(isReport(Reflect.get(night, 'report')) ? [] : isReport.errors).toEqual([])
})
