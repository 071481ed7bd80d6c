import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { imagePath } from '../../web/parts/paths.ts'
import { webApp } from '../../web/web-app.ts'
import { editionOf, imageOf, runOf } from '../archive/nights.ts'
import { daysBefore } from '../archive/story.ts'
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

/** Nights of Rawhide with an image of each name, or with it missing; the first is the last night. */
function nightsWith(names: readonly (string | null)[]) {
  return async (archive: NightArchive): Promise<void> => {
    for (const [days, name] of names.entries()) {
      const run = runOf(daysBefore(days))
      const images = [
        imageOf({ subvariant: 'Server' }),
        ...(name === null ? [] : [imageOf({ subvariant: name, path: 'a' })]),
      ]
      const missing =
        name === null ? [{ ...kde, blocking: false, why: 'it was there <before>', koji: null }] : []
      const facts = { images: { expected: 2, missing } }
      await archive.recordEdition(run, 'key/1', editionOf(run, { images, facts }))
    }
  }
}

const kde = { subvariant: 'KDE', type: 'dvd', arch: 'x86_64' }

describe('the page of an image', () => {
  test('says first that the last compose has it', async () => {
    const text = await textOf('/image/rawhide/KDE/live/x86_64')

    expect(headingOf(text)).toBe(
      'THERE KDE live x86_64 is in the last compose, Fedora-Rawhide-20261124.n.0 (2.3 GiB).',
    )
    expect(text).toContain('<svg class="plot"')
    expect(text).toContain('A dashed line: it was missing.')
  })

  test('tells of each compose that missed it which Koji task failed', async () => {
    expect(await textOf('/image/rawhide/KDE/live/x86_64')).toContain(
      '<b>missing</b>, <a href="https://koji.fedoraproject.org/koji/taskinfo?taskID=130123456">Koji task 130123456</a>',
    )
  })

  test('says since when it is missing and why', async () => {
    await using told = await siteOn(nightsWith([null, null, 'KDE']))
    const text = await textOf(imagePath('rawhide', kde), told)

    expect(headingOf(text)).toBe(
      'MISSING KDE dvd x86_64 is missing since Fedora-Rawhide-20261123.n.0 (2 composes); ' +
        'it was last in Fedora-Rawhide-20261122.n.0.',
    )
    expect(text).toContain(
      'No release needs it: it was there &lt;before&gt;. No failed Koji task explains it.',
    )
    expect(text).toContain('<a href="/compare/Fedora-Rawhide-20261122.n.0...Fedora-Rawhide-20261123.n.0">')
  })

  test('says that no compose has it', async () => {
    await using told = await siteOn(nightsWith([null]))

    expect(headingOf(await textOf(imagePath('rawhide', kde), told))).toBe(
      'MISSING KDE dvd x86_64 is in none of the last 1 compose.',
    )
  })

  test.for(['<b>..%2f"', '..', '', 'a/b', 'a.json'])('is reached by its link: %j', async (name) => {
    await using hostile = await siteOn(nightsWith([name]))
    const link = new URL(imagePath('rawhide', { ...kde, subvariant: name }), 'http://site.example').pathname
    const answer = await webApp(hostile).request(link)

    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('<b>..')
  })

  test.for([
    '/image',
    '/image/rawhide/Nothing/live/x86_64',
    '/image/x/KDE/live/x86_64',
    '/image/rawhide/KDE/live/x86_64/more',
  ])('is not there: %s', async (unknown) => {
    await using empty = await emptySite()

    expect((await webApp(site).request(unknown)).status).toBe(404)
    expect((await webApp(empty).request(unknown)).status).toBe(404)
  })

  test('is where the missing images of a night lead to', async () => {
    expect(await textOf('/rawhide/2026-11-23')).toContain(
      '<a href="/image/rawhide/KDE/live/x86_64">KDE live x86_64</a>, required: it was in 20261122.n.0',
    )
  })
})
