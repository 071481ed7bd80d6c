import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedImages, judgeImages, type ExpectedImage } from '../../../compose/expected/expected.ts'
import { parseImages } from '../../../compose/images/images-json.ts'
import { imageIdentity, imageName, type Image, type ImageKey } from '../../../compose/images/image.ts'
import { realComposes } from '../real-composes.ts'

test.each([
  [21, 14],
  [23, 14],
  [24, 12],
  [25, 12],
  [26, 8],
  [31, 8],
  [32, 11],
  [33, 11],
  [36, 11],
  [37, 10],
  [43, 10],
  ['Rawhide', 10],
] as const)('release %s is expected to have %i images', (release, count) => {
  expect(expectedImages(release)).toHaveLength(count)
})

test('a nightly of August 2015 is expected to have eight images', () => {
  expect(expectedImages('Rawhide', 'mash').map(imageName)).toEqual([
    'Generic boot x86_64',
    'Generic boot i386',
    'Workstation live x86_64',
    'Workstation live i386',
    'KDE live x86_64',
    'KDE live i386',
    'Minimal raw-xz armhfp',
    'KDE raw-xz armhfp',
  ])
})

test.each([
  [22, 'KDE raw-xz armhfp'],
  [23, 'Xfce raw-xz armhfp'],
  ['Rawhide', 'Xfce raw-xz armhfp'],
] as const)('the ARM desktop of a nightly of %s in autumn 2015 is %s', (release, desktop) => {
  const names = expectedImages(release, 'mash-autumn').map(imageName)

  expect(names.filter((name) => /^(KDE|Xfce) raw-xz/.test(name))).toEqual([desktop])
})

test('every rule has a reason, and no image is expected twice', () => {
  for (const lineup of [
    'fedora',
    'mash',
    'mash-autumn',
    'two-week-atomic',
    'eln',
    'iot',
    'respin',
  ] as const) {
    for (const release of [21, 22, 25, 33, 36, 42, 'Rawhide'] as const) {
      const images = expectedImages(release, lineup)

      expect(images.every(({ why }) => why.length > 8)).toBe(true)
      expect(new Set(images.map(imageIdentity)).size).toBe(images.length)
    }
  }
})

test('a missing image says whether it blocks and why it is expected', () => {
  const images = complete(expectedImages('Rawhide')).filter((each) => imageName(each) !== 'Server dvd x86_64')

  expect(judgeImages({ release: 'Rawhide', images }).missing).toEqual([
    {
      subvariant: 'Server',
      type: 'dvd',
      arch: 'x86_64',
      blocking: true,
      why: 'the installer that needs no network',
    },
  ])
})

test('an image without a rule is not judged', () => {
  const holodeck = image({ subvariant: 'Holodeck', type: 'holo', arch: 'x86_64' })

  const { notJudged, present } = judgeImages({
    release: 'Rawhide',
    images: [...complete(expectedImages('Rawhide')), holodeck],
  })

  expect(notJudged).toEqual([holodeck])
  expect(present).toHaveLength(10)
})

test('no image is expected of an updates compose', () => {
  expect(judgeImages({ release: 43, images: [], lineup: 'other' }).missing).toEqual([])
})

test.each([
  [32, []],
  [33, ['Minimal raw-xz armhfp']],
  [34, []],
] as const)('in release %s Minimal_Appliance counts as Minimal unless both were made', (release, missing) => {
  const images = complete(expectedImages(release)).map((each) =>
    each.subvariant === 'Minimal' ? { ...each, subvariant: 'Minimal_Appliance' } : each,
  )

  expect(judgeImages({ release, images }).missing.map(imageName)).toEqual(missing)
})

test.each(['Container_Base', 'container-base'])('%s is the base container of ELN', (subvariant) => {
  const container = image({ subvariant, type: 'container', arch: 'x86_64' })

  const missing = judgeImages({ release: 'Rawhide', lineup: 'eln', images: [container] }).missing

  expect(missing.map(imageName)).not.toContain('Container_Base container x86_64')
})

test("a disk for Google's cloud with the type docker is not a base container", () => {
  const images = complete(expectedImages(40, 'container')).map((each) => ({ ...each, format: 'tar.gz' }))

  expect(judgeImages({ release: 40, images, lineup: 'container' }).missing.map(imageName)).toEqual([
    'Container_Base docker x86_64',
    'Container_Minimal_Base docker x86_64',
  ])
})

test('every expected image is present or missing, and every image of a compose is present or not judged', () => {
  const releases = fc.constantFrom<number | 'Rawhide'>(21, 24, 30, 33, 36, 42, 'Rawhide')
  const scenes = releases.chain((release) =>
    fc.record({
      release: fc.constant(release),
      images: fc.shuffledSubarray(complete(expectedImages(release))),
      strangers: fc.array(
        fc.record({ subvariant: fc.string(), type: fc.string(), arch: fc.string() }).map(image),
      ),
    }),
  )

  fc.assert(
    fc.property(scenes, ({ release, images, strangers }) => {
      const { missing, present, notJudged } = judgeImages({ release, images: [...images, ...strangers] })

      expect(missing.length + images.length).toBe(expectedImages(release).length)
      expect(present.length + notJudged.length).toBe(images.length + strangers.length)
    }),
  )
})

test('every recorded release has all expected images', () => {
  const missing = realComposes.map(({ release, text }) => ({
    release,
    missing: judgeImages({ release, images: parseImages(text).images }).missing,
  }))

  expect(missing).toEqual(realComposes.map(({ release }) => ({ release, missing: [] })))
})

test('if a recorded release loses one expected image, exactly that image is missing', () => {
  for (const { release, text } of realComposes) {
    const { images } = parseImages(text)
    const expected = expectedImages(release)

    const found = expected.map((one) => judgeImages({ release, images: without(images, one) }).missing)

    expect(found.map((missing) => missing.map(imageName))).toEqual(expected.map((one) => [imageName(one)]))
  }
})

function without(images: readonly Image[], key: ImageKey): readonly Image[] {
  return images.filter((each) => imageIdentity(each) !== imageIdentity(key))
}

function complete(expected: readonly ExpectedImage[]): Image[] {
  return expected.map((one) => ({ ...image(one), format: one.format ?? 'iso' }))
}

function image({ subvariant, type, arch }: ImageKey): Image {
  return {
    subvariant,
    type,
    arch,
    format: 'iso',
    variant: subvariant,
    path: `${subvariant}.iso`,
    size: 1,
    disc: 1,
  }
}
