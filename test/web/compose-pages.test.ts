import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { composePath } from '../../web/parts/paths.ts'
import { webApp } from '../../web/web-app.ts'
import { composeOf, editionOf, imageOf, runOf } from '../archive/nights.ts'
import { last } from '../archive/story.ts'
import { emptySite, monthSite, siteOn, type LabSite } from './site.ts'

let site: LabSite

beforeAll(async () => {
  site = await monthSite()
})

afterAll(() => site[Symbol.asyncDispose]())

async function textOf(path: string, of: LabSite = site): Promise<string> {
  return await (await webApp(of).request(path)).text()
}

describe('the page of a compose', () => {
  const id = 'Fedora-Rawhide-20261123.n.0'

  test('says its state, when it was seen, and which night tested it with which verdict', async () => {
    const text = await textOf(`/compose/${id}`)

    expect(text).toContain(`<h1><b class="verdict v-broken">BROKEN</b> ${id} is FINISHED_INCOMPLETE.</h1>`)
    expect(text).toContain('First seen 2026-11-23 05:17 UTC, last seen 2026-11-23 ')
    expect(text).toContain('<a href="/rawhide/2026-11-23">night 2026-11-23</a>: <b class="verdict v-broken">')
  })

  test('leads to its folder, the composes beside it, and the comparison with the one before', async () => {
    const text = await textOf(`/compose/${id}`)

    expect(text).toContain(`href="https://kojipkgs.fedoraproject.org/compose/rawhide/${id}/compose/"`)
    expect(text).toContain('href="/compose/Fedora-Rawhide-20261122.n.0" rel="prev"')
    expect(text).toContain('href="/compose/Fedora-Rawhide-20261124.n.0" rel="next"')
    expect(text).toContain(`href="/compare/Fedora-Rawhide-20261122.n.0...${id}"`)
  })

  test('has its images with sizes and files, and those that are missing', async () => {
    const text = await textOf(`/compose/${id}`)

    expect(text).toContain('<h2>6 images</h2>')
    expect(text).toContain(
      '<a href="/image/rawhide/Everything/boot/x86_64">Everything boot x86_64</a></td><td>949 MiB</td><td>' +
        `<a href="https://kojipkgs.fedoraproject.org/compose/rawhide/${id}/compose/Everything/x86_64/iso/` +
        'Fedora-Everything-boot-x86_64-20261123.n.0.iso">iso</a>',
    )
    expect(text).toContain('<a href="/image/rawhide/KDE/live/x86_64">KDE live x86_64</a>: release-blocking')
  })

  test('has no link to a place that is none of the web, and every name is text', async () => {
    await using hostile = await siteOn(recordHostile)
    const text = await textOf(composePath(composeOf(runOf(last)).id), hostile)

    expect(text).toContain('&lt;b&gt;')
    expect(text).not.toMatch(/<b>|javascript:[^&]*"|href="[^"]*\.\.%2f/)
  })

  test('of very many images is not too large, and counts those that are left out', async () => {
    await using many = await siteOn(recordMany)
    const text = await textOf(composePath(composeOf(runOf(last)).id), many)

    expect(text.length).toBeLessThan(60_000)
    expect(text).toMatch(/… and \d+ more, in the JSON of this page/)
  })
})

describe('the list of composes', () => {
  test('says which is the newest, and has those of all streams', async () => {
    const text = await textOf('/composes')

    expect(text).toContain('<h1>The newest compose is Fedora-Rawhide-20261125.n.0, STARTED; of the last 61')
    expect(text).toContain('<a href="/compose/Fedora-44-20261120.0">Fedora-44-20261120.0</a> RC-1.2')
    expect(text).toContain('<a href="/composes/branched">branched</a>')
  })

  test('of a stream has only its own', async () => {
    const text = await textOf('/composes/branched')

    expect(text).toContain('<h1>The newest compose of branched is Fedora-44-20261124.n.0')
    expect(text).not.toContain('Fedora-Rawhide')
  })

  test('of a stream or an archive without any says so', async () => {
    await using empty = await emptySite()

    expect(await textOf('/composes/iot')).toContain('<h1>The archive has no compose of iot.</h1>')
    expect(await textOf('/composes', empty)).toContain('<h1>The archive has no compose.</h1>')
  })
})

test.for(['/compose', '/compose/x', '/compose/x/y', '/composes/x', '/composes/rawhide/x'])(
  '%s is not there',
  async (unknown) => {
    expect((await webApp(site).request(unknown)).status).toBe(404)
  },
)

async function recordHostile(archive: NightArchive): Promise<void> {
  const run = runOf(last)
  const at = run.due
  const { id } = composeOf(run)
  await archive.seenCompose({
    id,
    stream: 'rawhide',
    label: '<b>',
    state: '<b>',
    url: 'javascript:alert(1)',
    at,
  })
  const images = ['..%2f', '<b>"', '../x'].map((path) => imageOf({ subvariant: path, path, format: '<b>' }))
  await archive.recordEdition(run, 'key/1', editionOf(run, { images }))
}

async function recordMany(archive: NightArchive): Promise<void> {
  const run = runOf(last)
  const images = Array.from({ length: 400 }, (_, nth) =>
    imageOf({ subvariant: `Image_${nth}`, path: `${nth}/${'long/'.repeat(20)}` }),
  )
  await archive.recordEdition(run, 'key/1', editionOf(run, { images }))
}
