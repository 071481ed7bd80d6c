import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseImages } from '../../../compose/images/images-json.ts'
import { locate } from '../../../compose/expected/opened-compose.ts'
import type { PlanInput } from '../../../jobs/plan/plan-input.ts'
import { planPosts } from '../../../jobs/plan/plan.ts'
import { postCommand } from '../../../jobs/plan/post-command.ts'
import { wantedImages } from '../../../jobs/plan/wanted-images.ts'
import { wantedByFedora } from '../../../jobs/plan/wanted.ts'
import { image, nightlyImages } from '../nightly-images.ts'
import { realComposes } from '../../compose/real-composes.ts'

const location = 'https://kojipkgs.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose'
const located = locate(location, nightlyImages)

const rawhide: PlanInput = {
  compose: 'Fedora-Rawhide-20261124.n.0',
  version: 'Rawhide',
  location,
  label: null,
  images: located,
  arches: ['x86_64', 'aarch64'],
  releases: { CURRREL: '43', RAWREL: '45', UP1REL: '44', UP2REL: '43' },
}

const candidateLocation = 'https://kojipkgs.example/compose/44/Fedora-44-20261124.0/compose'

const candidate: PlanInput = {
  ...rawhide,
  compose: 'Fedora-44-20261124.0',
  version: '44',
  location: candidateLocation,
  images: locate(candidateLocation, nightlyImages),
  label: 'RC-1.2',
  releases: { CURRREL: '43', RAWREL: '45', UP1REL: '43', UP2REL: '42' },
}

describe('the plan', () => {
  test.each<[string, PlanInput]>([
    ['rawhide', rawhide],
    ['candidate', candidate],
    ['extra', { ...rawhide, arches: ['aarch64'], extraSettings: { UPDATES: 'a b' }, generation: 2 }],
    ['forced', { ...rawhide, arches: ['aarch64'], force: 'obsolete', runUrl: 'http://127.0.0.1:8233/n' }],
  ])('of %s is the commands that a person would type', async (name, input) => {
    const commands = planPosts(input).map((post) => `${postCommand('https://openqa.example', post)}\n`)

    await expect(commands.join('\n')).toMatchFileSnapshot(`golden/plan-${name}.txt`)
  })

  test('names each (flavor, arch) once, in any order of the images and for any arches', () => {
    const arch = fc.constantFrom('x86_64', 'aarch64', 'ppc64le', 's390x', 'i386')
    const images = fc.shuffledSubarray([...located, ...located])
    fc.assert(
      fc.property(images, fc.array(arch), (some, arches) => {
        const posts = planPosts({ ...rawhide, images: some, arches })

        const names = posts.map((post) => `${post.flavor} ${post.arch}`)
        expect(new Set(names).size).toBe(names.length)
        expect(planPosts({ ...rawhide, images: some.toReversed(), arches })).toEqual(posts)
      }),
    )
  })

  test('of two streams of one night shares neither VERSION, BUILD nor marker', () => {
    const mine = planPosts(rawhide)
    const others = planPosts({ ...candidate, compose: 'Fedora-44-20261124.n.0' })

    for (const name of ['VERSION', 'BUILD', 'NIGHTJAR']) {
      const values = new Set(mine.map(({ settings }) => settings[name]))
      expect(others.filter(({ settings }) => values.has(settings[name]))).toEqual([])
    }
  })

  test('never obsoletes anything unless told to', () => {
    const names = planPosts(rawhide).flatMap(({ settings }) => Object.keys(settings))

    expect(names.filter((name) => name.startsWith('_'))).toEqual([])
  })

  test.each([
    [{ BUILD: 'other' }, 'BUILD may not be set'],
    [{ _OBSOLETE: '1' }, 'use force instead'],
    [{ FLAVOR: 'x', ARCH: 'y' }, 'FLAVOR may not be set: it names the post; ARCH may not be set'],
    [{ 'a b': '1' }, 'upper-case words'],
  ])('refuses the extra settings %j', (extraSettings, why) => {
    expect(() => planPosts({ ...rawhide, extraSettings })).toThrow(why)
  })

  test('of a compose without installer images has no image-less flavors', () => {
    const posts = planPosts({
      ...rawhide,
      images: locate(location, [image('Cloud_Base qcow2 qcow2 x86_64')]),
    })

    expect(posts.map(({ flavor }) => flavor)).toEqual(['Cloud_Base-qcow2-qcow2'])
  })

  test.each(['Fedora-24-20160614.0', 'Fedora-42-20250409.0'])(
    'of %s has the image-less flavors of every arch that is asked for',
    (id) => {
      const images = locate(location, parseImages(textOf(id)).images)

      const posts = planPosts({ ...rawhide, compose: id, images, arches: ['x86_64', 'aarch64', 'ppc64le'] })

      const imageless = posts.filter(({ settings }) => settings['IMAGETYPE'] === 'upgrade')
      expect(imageless.map(({ flavor, arch }) => `${flavor} ${arch}`)).toEqual([
        'universal x86_64',
        'Workstation-upgrade x86_64',
        'universal aarch64',
        'Workstation-upgrade aarch64',
        'universal ppc64le',
      ])
    },
  )

  test('of a compose without a wanted image is empty: image-less flavors alone are not posted', () => {
    const images = locate(location, [image('Server dvd iso x86_64')])

    expect(planPosts({ ...rawhide, images, arches: ['ppc64le'] })).toEqual([])
  })

  test('of an ELN compose asks for the processor that ELN needs', () => {
    const eln = { ...rawhide, version: 'ELN', images: locate(location, [image('BaseOS boot iso x86_64')]) }

    expect(planPosts(eln)[0]?.settings).toMatchObject({ QEMUCPU: 'Haswell', FLAVOR: 'BaseOS-boot-iso' })
  })

  test('of a compose whose images lie in two trees names each by its own URL', () => {
    const elsewhere = locate('https://dl.example/alt/releases/43', [image('Server dvd iso aarch64')])
    const posts = planPosts({ ...rawhide, images: [...located, ...elsewhere] })

    const [post] = posts.filter(({ flavor, arch }) => flavor === 'Server-dvd-iso' && arch === 'aarch64')
    expect(post?.settings['ISO_URL']).toMatch(
      /^https:\/\/dl\.example\/alt\/releases\/43\/Server\/aarch64\/iso\//,
    )
    expect(post?.settings['LOCATION']).toBe(location)
  })
})

describe('the wanted images', () => {
  test('are those of the first path among images of one disc', () => {
    const [b, a, c] = ['b', 'a', 'c'].map((path) => image('Server dvd iso x86_64', { path }))

    expect(
      wantedImages(
        [b, a, c].flatMap((each) => each ?? []),
        wantedByFedora,
        ['x86_64'],
      ),
    ).toEqual([a])
  })

  test("of Fedora's list are named by four fields each, once, and each row says why", () => {
    const rows = wantedByFedora.map(({ match }) => Object.values(match))

    expect(rows.filter((row) => row.length !== 4 || row.includes(''))).toEqual([])
    expect(new Set(rows.map((row) => row.join(' '))).size).toBe(26)
    expect(wantedByFedora.filter(({ why }) => why.length < 10)).toEqual([])
  })
  test('are a part of the images, of the arches asked for, in the order of the list', () => {
    const wanted = wantedImages(nightlyImages, wantedByFedora, ['aarch64', 'x86_64'])

    expect(wanted.map(({ subvariant, arch }) => `${subvariant} ${arch}`)).toEqual([
      'Minimal aarch64',
      'Server aarch64',
      'Server x86_64',
      'Workstation x86_64',
      'Silverblue x86_64',
      'Cloud_Base x86_64',
    ])
  })

  test('take the first disc of several', () => {
    const second = image('Server dvd iso x86_64', { disc: 2, path: 'a' })
    const first = image('Server dvd iso x86_64', { disc: 1, path: 'b' })

    expect(wantedImages([second, first], wantedByFedora, ['x86_64'])).toEqual([first])
  })

  test('follow another list where one is given', () => {
    const live = [{ match: { type: 'live' }, why: 'every live image' }]

    const wanted = wantedImages(nightlyImages, live, ['x86_64'])

    expect(wanted.map(({ subvariant }) => subvariant)).toEqual(['Workstation', 'Xfce'])
  })
})

function textOf(compose: string): string {
  return realComposes.find(({ id }) => id === compose)?.text ?? ''
}
