import { expect, test } from 'vitest'

import { planMashPosts, type MashImage } from '../../../jobs/plan/mash-plan.ts'

const tree = 'https://kojipkgs.example/mash/rawhide-20150820/rawhide'
const boot: MashImage = {
  payload: 'generic',
  imagetype: 'boot',
  arch: 'x86_64',
  url: `${tree}/x86_64/os/images/boot.iso`,
}
const live: MashImage = {
  payload: 'workstation',
  imagetype: 'live',
  arch: 'x86_64',
  url: 'https://kojipkgs.example/work/tasks/1/1/Fedora-Live-Workstation-x86_64-rawhide-20150820.iso',
}
const rawhide = { release: 'Rawhide', milestone: '', compose: '20150820', arches: ['x86_64', 'i386'] }

test('a nightly of 2015 is posted in the form of 2015, universal on its best image', () => {
  const posts = planMashPosts({ ...rawhide, images: [live, boot] })

  expect(posts.map(({ flavor }) => flavor)).toEqual(['workstation_live', 'generic_boot', 'universal'])
  expect(posts[2]?.settings).toMatchObject({
    VERSION: 'Rawhide',
    BUILD: 'Rawhide__20150820',
    ISO: 'Rawhide__20150820_generic_x86_64_boot.iso',
    ISO_URL: boot.url,
  })
})

test.each([
  ['23', 'Beta', 'RC2', '23_Beta_RC2'],
  ['24', 'Branched', '20160225', '24_Branched_20160225'],
])('release %s, milestone %s and compose %s make the build %s', (release, milestone, compose, build) => {
  const [post] = planMashPosts({ release, milestone, compose, arches: ['x86_64'], images: [live] })

  expect(post?.settings).toMatchObject({ BUILD: build, VERSION: release })
})

test('a dvd is better for the universal tests than any other image', () => {
  const dvd = { ...boot, payload: 'server', imagetype: 'dvd', url: 'https://kojipkgs.example/a-dvd.iso' }

  const universal = planMashPosts({ ...rawhide, images: [boot, dvd] }).find(
    (post) => post.flavor === 'universal',
  )

  expect(universal?.settings['ISO_URL']).toBe(dvd.url)
})

test('an image that was made twice is posted once', () => {
  const flavors = planMashPosts({ ...rawhide, images: [live, { ...live, url: `${live.url}.2` }] }).map(
    ({ flavor }) => flavor,
  )

  expect(flavors).toEqual(['workstation_live', 'universal'])
})

test.each([
  [['generic boot', 'server boot'], 'generic'],
  [['workstation live', 'server live'], 'server'],
  [['kde live', 'workstation live'], 'workstation'],
  [['generic boot', 'kde dvd'], 'kde'],
  [['server dvd', 'generic dvd'], 'generic'],
])('of %j the universal tests take %s', (names, best) => {
  const images = names.map((name) => imageOf(name))

  const [universal] = planMashPosts({ ...rawhide, images }).filter(({ flavor }) => flavor === 'universal')
  expect(universal?.settings['ISO_URL']).toContain(`/${best}-`)
})

test.each([
  ['server boot', true],
  ['generic live', true],
  ['workstation live', true],
  ['server dvd', false],
  ['kde live', false],
])('a %s image is posted by itself: %s', (name, posted) => {
  const flavors = planMashPosts({ ...rawhide, images: [imageOf(name)] }).map(({ flavor }) => flavor)

  expect(flavors).toEqual([...(posted ? [name.replace(' ', '_')] : []), 'universal'])
})

test('each arch is posted once, in the order that was asked for, with its own images', () => {
  const images = ['x86_64', 'i386', 'ppc64le'].map((arch) => ({ ...live, arch }))
  const posts = planMashPosts({ ...rawhide, images, arches: ['i386', 'x86_64', 'i386', 'armhfp'] })

  expect(posts.map(({ flavor, arch }) => `${flavor} ${arch}`)).toEqual([
    'workstation_live i386',
    'universal i386',
    'workstation_live x86_64',
    'universal x86_64',
  ])
})

test('of an image that was made twice the later one is posted', () => {
  const later = { ...live, url: `${live.url}.2` }

  expect(planMashPosts({ ...rawhide, images: [live, later] })[0]?.settings['ISO_URL']).toBe(later.url)
})

test('a post has the settings of 2015, and a marker that a new generation changes', () => {
  const [post] = planMashPosts({ ...rawhide, images: [live] })
  const [again] = planMashPosts({ ...rawhide, images: [live], generation: 2 })

  expect(post?.settings).toEqual({
    DISTRI: 'fedora',
    VERSION: 'Rawhide',
    FLAVOR: 'workstation_live',
    ARCH: 'x86_64',
    BUILD: 'Rawhide__20150820',
    ISO_URL: live.url,
    ISO: 'Rawhide__20150820_Fedora-Live-Workstation-x86_64-rawhide-20150820.iso',
    NIGHTJAR: expect.stringMatching(/^g1_[\da-f]{16}$/),
  })
  expect(again?.settings['NIGHTJAR']).toMatch(/^g2_/)
})

function imageOf(name: string): MashImage {
  const [payload = '', imagetype = ''] = name.split(' ')
  return { payload, imagetype, arch: 'x86_64', url: `https://kojipkgs.example/${payload}-${imagetype}.iso` }
}
