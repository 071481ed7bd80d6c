import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { testPath } from '../../web/parts/paths.ts'
import { webApp } from '../../web/web-app.ts'
import { editionOf, recordStory, runOf } from '../archive/nights.ts'
import { last, scenario } from '../archive/story.ts'
import { jobOf } from '../jobs/job-of.ts'
import { emptySite, monthSite, siteOn, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

async function textOf(path: string, of: LabSite = site): Promise<string> {
  return await (await webApp(of).request(path)).text()
}

function headingOf(text: string): string {
  const [, heading = ''] = /<h1>(.*?)<\/h1>/s.exec(text) ?? []
  return heading.replaceAll(/<[^>]*>/g, '')
}

describe('the page of a test', () => {
  const selinux = '/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit'

  test('says first how it stands, since when, and when it was otherwise', async () => {
    expect(headingOf(await textOf(selinux))).toBe(
      'FAILS base_selinux on Server-dvd-iso x86_64 64bit fails since Fedora-Rawhide-20261122.n.0, 3 nights; ' +
        'it last passed in Fedora-Rawhide-20261121.n.0.',
    )
  })

  test('compares the last good compose with the first bad one', async () => {
    expect(await textOf(selinux)).toContain(
      '<a href="/compare/Fedora-Rawhide-20261121.n.0...Fedora-Rawhide-20261122.n.0">',
    )
  })

  test('has each night with its result, failed modules, bugs and job', async () => {
    const text = await textOf(selinux)

    expect(text).toContain('<a href="/rawhide/2026-11-24">2026-11-24</a>')
    expect(text).toContain('failed <a href="https://openqa.fedoraproject.org/tests/1002903">job 1002903</a>')
    expect(text).toContain('aria-label="2026-11-24: failed">F</a>')
    expect(text).toContain('No bug is named by its jobs.')
  })

  test('counts on how many nights it was flaky, and names its bugs', async () => {
    expect(await textOf(selinux)).toContain('of the last 28 nights it ran on 28, and was flaky on none.')
    expect(await textOf('/test/rawhide/install_default/Server-dvd-iso/x86_64/64bit')).toContain(
      '<a href="/bugs">Bugs</a>: <a href="https://bugzilla.redhat.com/show_bug.cgi?id=2345678">rhbz#2345678</a>.',
    )
  })

  test.for([
    ['ppp', 'PASSES told passes since 2026-11-22, 3 nights or more; it never failed.'],
    ['fpp', 'PASSES told passes since 2026-11-23, 2 nights; it last failed in 2026-11-22.'],
    ['fff', 'FAILS told fails since 2026-11-22, 3 nights or more; it never passed.'],
    [
      'pf-',
      'NO RESULT told has no result of the last 1 night; before, it failed since 2026-11-23, 1 night; it last passed in 2026-11-22.',
    ],
    ['ss', 'NO RESULT told has no result of the last 2 nights.'],
  ] as const)('of a test that did %s', async ([story, words]) => {
    await using told = await siteOn((archive) => recordStory(archive, story, last))
    const heading = headingOf(await textOf(testPath('rawhide', scenario), told))
    const short = heading
      .replace(' on Server-dvd-iso x86_64 64bit', '')
      .replaceAll(/Fedora-Rawhide-(\d{4})(\d\d)(\d\d)\.n\.0/g, '$1-$2-$3')

    expect(short).toBe(words)
  })

  test('tells flaky nights apart', async () => {
    await using told = await siteOn((archive) => recordStory(archive, 'pkpk', last))
    const text = await textOf(testPath('rawhide', scenario), told)

    expect(text).toContain('of the last 4 nights it ran on 4, and was flaky on 2 (50 %)')
    expect(text).toContain('>~</a>')
  })

  test('is reached by its link, and is text, whatever the test is called', async () => {
    const names = ['<b>..%2f"', '..', '.', '~', 'a.json', 'a/b', '%', '?x#y', '', ' ', '\u202e', '‮~.json~']
    await using hostile = await siteOn((archive) => recordNames(archive, names))
    for (const name of names) {
      const href = testPath('rawhide', { ...scenario, test: name, machine: name })
      const link = new URL(href, 'http://site.example').pathname
      const answer = await webApp(hostile).request(link)
      const text = await answer.text()

      expect([name, answer.status]).toEqual([name, 200])
      expect(text).not.toContain('<b>..')
      const json = await (await webApp(hostile).request(`${link}.json`)).json()
      expect(json).toMatchObject({ test: { test: name, machine: name } })
    }
  })

  test.for([
    '/test',
    '/test/rawhide',
    '/test/rawhide/nobody/Server-dvd-iso/x86_64/64bit',
    '/test/nowhere/base_selinux/Server-dvd-iso/x86_64/64bit',
    '/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit/fedora/more',
  ])('is not there: %s', async (unknown) => {
    await using empty = await emptySite()

    expect((await webApp(site).request(unknown)).status).toBe(404)
    expect((await webApp(empty).request(unknown)).status).toBe(404)
  })

  test('of ninety nights is not too large', async () => {
    await using told = await siteOn((archive) => recordStory(archive, 'pf'.repeat(45), last))

    expect((await textOf(testPath('rawhide', scenario), told)).length).toBeLessThan(60_000)
  })
})

async function recordNames(archive: NightArchive, names: readonly string[]): Promise<void> {
  const run = runOf(last)
  const jobs = names.map((name, nth) => jobOf({ id: nth + 1, test: name, machine: name, result: 'failed' }))
  await archive.recordEdition(run, 'key/1', editionOf(run, { jobs }))
}
