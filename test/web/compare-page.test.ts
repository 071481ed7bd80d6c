import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { comparePath } from '../../web/parts/paths.ts'
import { webApp } from '../../web/web-app.ts'
import { editionOf, imageOf, runOf } from '../archive/nights.ts'
import { daysBefore } from '../archive/story.ts'
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

describe('a comparison', () => {
  test('says first how many tests and images differ', async () => {
    const text = await textOf('/compare/rawhide/2026-11-22...rawhide/2026-11-23')

    expect(text).toContain(
      '<h1>From rawhide/2026-11-22 to rawhide/2026-11-23: no tests newly failing, 0 fixed, 0 gone; 1 image gone, 0 new, 1 resized.</h1>',
    )
    expect(text).toContain('<a href="/image/rawhide/KDE/live/x86_64">KDE live x86_64</a>')
  })

  test('of two composes is the same as of their nights, and of a night and a compose', async () => {
    const paths = [
      '/compare/rawhide/2026-11-21...rawhide/2026-11-22',
      '/compare/Fedora-Rawhide-20261121.n.0...Fedora-Rawhide-20261122.n.0',
      '/compare/rawhide/2026-11-21...Fedora-Rawhide-20261122.n.0',
    ]
    for (const path of paths)
      expect(await textOf(path)).toContain(
        '<a href="/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit">base_selinux</a> on Server-dvd-iso x86_64 64bit, <b>required</b>: ' +
          'passed, then failed in base_selinux',
      )
  })

  test('marks the tests that the second stream requires, and no others', async () => {
    const text = await textOf('/compare/rawhide/2026-11-21...rawhide/2026-11-24')
    const lines = [...text.matchAll(/<li><a href="\/test\/[^"]*">(\w+)<\/a> on \S+ (\w+) \w+(.*?):/g)]

    expect(new Set(lines.map(([, name, arch, mark]) => `${name} ${arch}${mark}`))).toEqual(
      new Set([
        'base_selinux x86_64, <b>required</b>',
        'desktop_browser x86_64, <b>required</b>',
        'install_kickstart_nfs x86_64',
      ]),
    )
  })

  test('takes the end of a compose id where one compose has it', async () => {
    const text = await textOf('/compare/Rawhide-20261121.n.0...20261125.n.0')

    expect(text).toContain('<h1>From Fedora-Rawhide-20261121.n.0 to Fedora-Rawhide-20261125.n.0: ')
  })

  test('of the end of several compose ids says which there are', async () => {
    const answer = await webApp(site).request('/compare/20261121.n.0...rawhide/2026-11-24')
    const text = await answer.text()

    expect(answer.status).toBe(404)
    expect(text).toContain('<h1>Several composes end so: 20261121.n.0</h1>')
    for (const id of ['Fedora-44-20261121.n.0', 'Fedora-Rawhide-20261121.n.0'])
      expect(text).toContain(`<a href="/compare/${id}...rawhide/2026-11-24">${id} and rawhide/2026-11-24</a>`)
    expect(await textOf('/compare/20261121.n.0...nothing')).toContain(
      '<h1>The archive knows no night or compose nothing</h1>',
    )
  })

  test('says which is older, and can be swapped', async () => {
    const [forth, back] = await Promise.all(
      [
        '/compare/rawhide/2026-11-21...rawhide/2026-11-24',
        '/compare/rawhide/2026-11-24...rawhide/2026-11-21',
      ].map((path) => textOf(path)),
    )

    expect(forth).toContain('The first is older.')
    expect(forth).toContain('<a href="/compare/rawhide/2026-11-24...rawhide/2026-11-21">Swap them</a>')
    expect(back).toContain('The second is older: this reads backwards.')
    expect(back).toContain('<h2>Fixed (2)</h2>')
    expect(back).toContain('failed in base_selinux, then passed</li>')
  })

  test('does not tell of what it does not know', async () => {
    const text = await textOf('/compare/rawhide/2026-11-12...rawhide/2026-11-13')

    expect(text).toContain('The archive has no test results of rawhide/2026-11-12.')
    expect(text).toContain('The archive does not know the images of both.')
  })

  test('of very many differences is not too large, and every name is text', async () => {
    await using many = await siteOn(recordMany)
    const text = await textOf(comparePath(runOf(daysBefore(1)).id, runOf(daysBefore(0)).id), many)

    expect(text.length).toBeLessThan(60_000)
    expect(text).toMatch(/… and \d+ more, in the JSON of this page/)
    expect(text).not.toContain('<b>..')
  })

  test.for([
    '/compare/rawhide/2026-11-24',
    '/compare/rawhide/2026-11-24...',
    '/compare/rawhide/2026-11-24...nothing',
    '/compare/<b>..%2f"...rawhide/2026-11-24',
    '/compare/a...b...c',
  ])('is not there: %s', async (unknown) => {
    await using empty = await emptySite()

    expect((await webApp(site).request(unknown)).status).toBe(404)
    expect((await webApp(empty).request(unknown)).status).toBe(404)
  })
})

test('of two names that the archive does not know both are said, and a long one is cut', async () => {
  const text = await textOf(`/compare/${'a'.repeat(300)}...b`)

  expect(text).toMatch(/<h1>The archive knows no night or compose a{79}…, b<\/h1>/)
})

test('a name that the archive does not know is said, and the form keeps both', async () => {
  const path = '/compare/rawhide/2026-11-24...Fedora-Rawhide-20261131.n.0'

  const answer = await webApp(site).request(path)

  expect(answer.status).toBe(404)
  const text = await answer.text()
  expect(text).toContain('<h1>The archive knows no night or compose Fedora-Rawhide-20261131.n.0</h1>')
  expect(text).toContain('value="rawhide/2026-11-24"')
  expect(text).toContain('value="Fedora-Rawhide-20261131.n.0"')
  expect(text).not.toContain('type="application/json"')
  const json = await webApp(site).request(`${path}.json`)
  expect(json.status).toBe(404)
  expect(await json.json()).toEqual({
    error: 'The archive knows no night or compose Fedora-Rawhide-20261131.n.0',
  })
})

describe('the form', () => {
  test('asks for two names, without a script', async () => {
    const text = await textOf('/compare')

    expect(text).toContain('<form action="/compare" method="get">')
    expect(text).toContain('<label for="a">')
  })

  test.for([
    [
      'a=rawhide/2026-11-23&b=Fedora-Rawhide-20261124.n.0',
      '/compare/rawhide/2026-11-23...Fedora-Rawhide-20261124.n.0',
    ],
    [
      'a=%20/rawhide/2026-11-23&b=nightly/rawhide/2026-11-24',
      '/compare/rawhide/2026-11-23...rawhide/2026-11-24',
    ],
    ['a=//evil.example&b=%0d%0ax:y', '/compare/evil.example...x%3Ay'],
  ])('leads from %s to the address that lasts', async ([query, path]) => {
    const answer = await webApp(site).request(`/compare?${query}`)

    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(path)
  })

  test('stays where a name is left out or too long', async () => {
    expect((await webApp(site).request(`/compare?a=${'%C3%A9'.repeat(200)}&b=x`)).status).toBe(200)
    expect((await webApp(site).request('/compare?a=rawhide/2026-11-23&b=')).status).toBe(200)
  })
})

async function recordMany(archive: NightArchive): Promise<void> {
  for (const days of [1, 0]) {
    const run = runOf(daysBefore(days))
    const names = Array.from({ length: 300 }, (_, nth) => `<b>..%2f" ${days} ${nth}`)
    const jobs = names.map((name, nth) => jobOf({ id: 1000 * days + nth + 1, test: name }))
    const images = names.map((path) => imageOf({ subvariant: path, path }))
    await archive.recordEdition(run, 'key/1', editionOf(run, { jobs, images }))
  }
}
