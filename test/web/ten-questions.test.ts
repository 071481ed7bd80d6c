import { afterAll, beforeAll, expect, test } from 'vitest'
import { webApp } from '../../web/web-app.ts'
import { pageOf } from '../report/html/page.ts'
import { monthSite, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

/** The address behind a link, which is known by its words or by its label. */
function addressOf(html: string, words: string): string {
  const links = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)]
  const found = links.find(([link, , inside = '']) => `${link} ${pageOf(inside).text}`.includes(words))
  return found?.[1]?.replaceAll('&amp;', '&') ?? `no link has the words ${words}`
}

/** What a person asks at seven in the morning, what they click on from the first page, and what they read. */
const questions = [
  ['is it broken?', [], 'Rawhide is BROKEN: 2 required tests failed'],
  ['since when?', [], 'BROKEN since 2026-11-22 (3 nights)'],
  ['which test is new?', ['Rawhide is BROKEN'], 'NEW (1)'],
  ['where is the last good ISO?', ['its images'], 'Workstation live x86_64'],
  ['is my bug known?', ['Bugs'], 'rhbz#2345678'],
  ['why is there no compose?', ['2026-11-12: ABSENT'], 'no compose of this date in the listing'],
  ['did my restart help?', ['2026-11-21: DEGRADED'], 'fixed 2, still failing 1'],
  ['which stage is late?', ['2026-11-21: DEGRADED'], 'late: on nine of ten nights at most'],
  ['what changed?', ['Rawhide is BROKEN', 'Compare with night 2026-11-23'], 'Newly failing (1)'],
  ['was it tested on aarch64?', ['Rawhide is BROKEN'], '3 of 3 tests passed on aarch64'],
] as const

test.for(questions)('%s is answered after at most two clicks', async ([, clicks, answer]) => {
  const app = webApp(site)
  let html = await (await app.request('/')).text()
  for (const words of clicks) html = await (await app.request(addressOf(html, words))).text()

  expect(pageOf(html).text).toContain(answer)
  expect(clicks.length).toBeLessThanOrEqual(2)
})

test('the images of the last good compose lead to its files', async () => {
  const app = webApp(site)
  const home = await (await app.request('/')).text()

  const images = await (await app.request(addressOf(home, 'its images'))).text()

  expect(addressOf(images, 'iso')).toMatch(/^https:\/\/kojipkgs\.fedoraproject\.org\/.+\.iso$/)
})
