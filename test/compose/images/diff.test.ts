import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffImages } from '../../../compose/images/diff.ts'
import { parseImages } from '../../../compose/images/images-json.ts'
import { imageName } from '../../../compose/images/image.ts'
import type { ImagePair } from '../../../compose/images/pair-images.ts'
import { realComposes } from '../real-composes.ts'
import { isoImage as image } from './iso-image.ts'

test('an image with the same name and another path is neither gone nor new', () => {
  const diff = diffImages(
    [image('Server dvd x86_64')],
    [image('Server dvd x86_64', { path: 'elsewhere.iso' })],
  )

  expect(diff).toEqual({ gone: [], new_images: [], renamed: [], resized: [] })
})

test('a renamed type gives a pair, not one gone image and one new image', () => {
  const diff = diffImages(
    [image('Container_Base docker x86_64', { format: 'tar.xz' })],
    [image('Container_Base container x86_64', { format: 'tar.xz' })],
  )

  expect(names(diff)).toEqual({
    gone: [],
    new_images: [],
    renamed: ['Container_Base docker x86_64 > Container_Base container x86_64'],
  })
})

test('of two candidates, the one with the same format is the renamed image', () => {
  const diff = diffImages(
    [image('Cloud_Base docker x86_64', { format: 'tar.gz' })],
    [
      image('Cloud_Base ami x86_64', { format: 'raw.xz' }),
      image('Cloud_Base tar-gz x86_64', { format: 'tar.gz' }),
    ],
  )

  expect(names(diff)).toEqual({
    gone: [],
    new_images: ['Cloud_Base ami x86_64'],
    renamed: ['Cloud_Base docker x86_64 > Cloud_Base tar-gz x86_64'],
  })
})

test('renamed images are in the order of their names, however they were paired', () => {
  const diff = diffImages(
    [image('A docker x86_64', { format: 'tar.gz' }), image('B docker x86_64', { format: 'tar.xz' })],
    [image('A container x86_64', { format: 'iso' }), image('B container x86_64', { format: 'tar.xz' })],
  )

  expect(diff.renamed.map(({ from }) => from.subvariant)).toEqual(['A', 'B'])
})

test('a new image is the counterpart of one old image, never of two', () => {
  const diff = diffImages(
    [image('SoaS raw-xz aarch64'), image('SoaS vmdk aarch64')],
    [image('SoaS live aarch64')],
  )

  expect(diff.renamed).toHaveLength(1)
  expect(diff.gone).toHaveLength(1)
})

test('an image and its appliance twin stay two images', () => {
  const server = image('Server raw-xz armhfp')
  const appliance = image('Server_Appliance raw-xz armhfp')

  expect(names(diffImages([server], [server, appliance])).new_images).toEqual([
    'Server_Appliance raw-xz armhfp',
  ])
  expect(names(diffImages([appliance, server], [server])).gone).toEqual(['Server_Appliance raw-xz armhfp'])
  expect(names(diffImages([appliance], [server, appliance])).new_images).toEqual(['Server raw-xz armhfp'])
  expect(diffImages([appliance, server], [server, appliance]).gone).toEqual([])
})

test('an appliance counts as the image itself if a compose has only one of them', () => {
  const diff = diffImages([image('Minimal raw-xz armhfp')], [image('Minimal_Appliance raw-xz armhfp')])

  expect(diff).toMatchObject({ gone: [], new_images: [], renamed: [] })
})

test('the discs of one set are different images', () => {
  const set = [1, 2, 3].map((disc) => image('Generic cd i386', { disc }))

  expect(diffImages(set, set.slice(0, 2)).gone).toEqual([set[2]])
})

test.each([
  [1000, 1125, [0.125]],
  [1000, 899, [-0.101]],
  [1000, 1110, []],
  [1000, 900, []],
  [0, 1000, []],
  [1000, 0, []],
])('an image of %i bytes that becomes %i bytes is resized by %j', (from, to, changes) => {
  const diff = diffImages(
    [image('Server dvd x86_64', { size: from })],
    [image('Server dvd x86_64', { size: to })],
    { threshold: 0.1 },
  )

  expect(diff.resized.map(({ change }) => change)).toEqual(changes)
})

test('every image of two composes is counted exactly once', () => {
  fc.assert(
    fc.property(composes, composes, (older, newer) => {
      const { gone, new_images: fresh, renamed } = diffImages(older, newer, { threshold: 0 })

      const from = new Set([...gone, ...renamed.map((pair) => pair.from)])
      const to = new Set([...fresh, ...renamed.map((pair) => pair.to)])

      expect(from.size).toBe(gone.length + renamed.length)
      expect(to.size).toBe(fresh.length + renamed.length)
      expect(older.length - from.size).toBe(newer.length - to.size)
    }),
  )
})

test('a diff in the other direction swaps gone and new, and reverses every pair', () => {
  fc.assert(
    fc.property(composes, composes, (older, newer) => {
      const there = diffImages(older, newer)
      const back = diffImages(newer, older)

      expect(back.gone).toEqual(there.new_images)
      expect(back.new_images).toEqual(there.gone)
      expect(new Set(back.renamed.map(turned))).toEqual(new Set(there.renamed))
      expect(new Set(back.resized.map(turned))).toEqual(
        new Set(there.resized.map(({ from, to }) => ({ from, to }))),
      )
    }),
  )
})

test('the order of the images does not matter', () => {
  fc.assert(
    fc.property(composes, composes, (older, newer) => {
      expect(diffImages(older.toReversed(), newer.toReversed())).toEqual(diffImages(older, newer))
    }),
  )
})

test('the diffs of successive releases have the known counts', () => {
  const releases = realComposes.filter(({ release }) => release !== 'Rawhide')

  const counts = releases.slice(1).map((newer, index) => {
    const older = releases[index] ?? newer
    const diff = diffImages(parseImages(older.text).images, parseImages(newer.text).images)
    const { gone, new_images: fresh, renamed } = diff
    return `${older.release}-${newer.release} ${fresh.length}+${renamed.length} ${gone.length}+${renamed.length}`
  })

  expect(counts).toEqual([
    '24-26 45+0 3+0',
    '26-28 23+0 14+0',
    '28-30 5+1 29+1',
    '30-32 20+1 22+1',
    '32-34 11+1 7+1',
    '34-36 5+0 2+0',
    '36-38 11+0 12+0',
    '38-40 21+3 5+3',
    '40-42 27+23 7+23',
  ])
})

const composes = fc.uniqueArray(
  fc.record({
    subvariant: fc.constantFrom('Server', 'Server_Appliance', 'server', 'KDE'),
    type: fc.constantFrom('dvd', 'docker', 'container', 'raw-xz'),
    format: fc.constantFrom('iso', 'tar.xz'),
    arch: fc.constantFrom('x86_64', 'armhfp'),
    variant: fc.constant('Server'),
    path: fc.string({ minLength: 1, maxLength: 3 }),
    size: fc.nat(5),
    disc: fc.integer({ min: 1, max: 2 }),
  }),
  { maxLength: 12, selector: ({ path }) => path },
)

function names({ gone, new_images: fresh, renamed }: ReturnType<typeof diffImages>) {
  return {
    gone: gone.map(imageName),
    new_images: fresh.map(imageName),
    renamed: renamed.map(({ from, to }) => `${imageName(from)} > ${imageName(to)}`),
  }
}

function turned({ from, to }: ImagePair): ImagePair {
  return { from: to, to: from }
}
