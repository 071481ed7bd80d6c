import { expect, test } from 'vitest'
import { imageName, type Image } from '../../../compose/images/image.ts'
import {
  byName,
  pairImages,
  sameImage,
  sameThing,
  type Kinship,
} from '../../../compose/images/pair-images.ts'

/** What each older image becomes (`nothing` without a counterpart), and which newer ones are without one. */
interface Expected {
  readonly becomes: Readonly<Record<string, string>>
  readonly fresh?: readonly string[]
}

type Case = readonly [title: string, older: readonly string[], newer: readonly string[], expected: Expected]

// An image is written as subvariant, type, arch, format and disc.

test.each<Case>([
  [
    'the same name and format before another format',
    ['Server dvd x86_64 iso 1'],
    ['Server dvd x86_64 img 1', 'Server dvd x86_64 iso 1'],
    { becomes: { 'Server dvd x86_64 iso 1': 'Server dvd x86_64 iso 1' }, fresh: ['Server dvd x86_64 img 1'] },
  ],
  [
    'the same spelling, in any case, before the appliance',
    ['Server raw-xz armhfp raw.xz 1'],
    ['Server_Appliance raw-xz armhfp raw.xz 1', 'server raw-xz armhfp raw.xz 1'],
    {
      becomes: { 'Server raw-xz armhfp raw.xz 1': 'server raw-xz armhfp raw.xz 1' },
      fresh: ['Server_Appliance raw-xz armhfp raw.xz 1'],
    },
  ],
  [
    'the appliance of the same format before the same spelling in another format',
    ['Server raw-xz armhfp raw.xz 1'],
    ['Server raw-xz armhfp iso 1', 'Server_Appliance raw-xz armhfp raw.xz 1'],
    {
      becomes: { 'Server raw-xz armhfp raw.xz 1': 'Server_Appliance raw-xz armhfp raw.xz 1' },
      fresh: ['Server raw-xz armhfp iso 1'],
    },
  ],
  [
    'the same disc before another disc, though the format changed',
    ['Generic cd i386 iso 2'],
    ['Generic cd i386 img 1', 'Generic cd i386 img 2'],
    { becomes: { 'Generic cd i386 iso 2': 'Generic cd i386 img 2' }, fresh: ['Generic cd i386 img 1'] },
  ],
  [
    'the same disc of the appliance before another disc',
    ['Generic cd i386 iso 2'],
    ['Generic_Appliance cd i386 iso 1', 'Generic_Appliance cd i386 iso 2'],
    {
      becomes: { 'Generic cd i386 iso 2': 'Generic_Appliance cd i386 iso 2' },
      fresh: ['Generic_Appliance cd i386 iso 1'],
    },
  ],
  [
    'another disc in another format rather than none',
    ['Generic cd i386 iso 1'],
    ['Generic cd i386 img 2'],
    { becomes: { 'Generic cd i386 iso 1': 'Generic cd i386 img 2' } },
  ],
  [
    'no image of another type, arch or subvariant',
    ['Server dvd x86_64 iso 1'],
    ['KDE dvd x86_64 iso 1', 'Server boot x86_64 iso 1', 'Server dvd aarch64 iso 1'],
    {
      becomes: { 'Server dvd x86_64 iso 1': 'nothing' },
      fresh: ['KDE dvd x86_64 iso 1', 'Server boot x86_64 iso 1', 'Server dvd aarch64 iso 1'],
    },
  ],
])('the same image is %s', (_, older, newer, expected) => {
  expect(pair(older, newer, sameImage)).toEqual({ fresh: [], ...expected })
})

test.each<Case>([
  [
    'one of another type with the same format and disc',
    ['Cloud_Base docker x86_64 tar.xz 2'],
    [
      'Cloud_Base ami x86_64 raw.xz 2',
      'Cloud_Base container x86_64 tar.xz 1',
      'Cloud_Base oci x86_64 tar.xz 2',
    ],
    {
      becomes: { 'Cloud_Base docker x86_64 tar.xz 2': 'Cloud_Base oci x86_64 tar.xz 2' },
      fresh: ['Cloud_Base ami x86_64 raw.xz 2', 'Cloud_Base container x86_64 tar.xz 1'],
    },
  ],
  [
    'the first by name, if no other has its format and disc',
    ['SoaS raw-xz aarch64 raw.xz 1'],
    ['SoaS vmdk aarch64 vmdk 1', 'SoaS live aarch64 iso 1'],
    {
      becomes: { 'SoaS raw-xz aarch64 raw.xz 1': 'SoaS live aarch64 iso 1' },
      fresh: ['SoaS vmdk aarch64 vmdk 1'],
    },
  ],
  [
    'never one of another arch or subvariant',
    ['Cloud_Base docker x86_64 tar.xz 1'],
    ['Cloud_Base docker aarch64 tar.xz 1', 'Cloud_Base_UKI docker x86_64 tar.xz 1'],
    {
      becomes: { 'Cloud_Base docker x86_64 tar.xz 1': 'nothing' },
      fresh: ['Cloud_Base docker aarch64 tar.xz 1', 'Cloud_Base_UKI docker x86_64 tar.xz 1'],
    },
  ],
  [
    'for one image only',
    ['SoaS raw-xz aarch64 raw.xz 1', 'SoaS vmdk aarch64 vmdk 1'],
    ['SoaS live aarch64 iso 1'],
    {
      becomes: {
        'SoaS raw-xz aarch64 raw.xz 1': 'SoaS live aarch64 iso 1',
        'SoaS vmdk aarch64 vmdk 1': 'nothing',
      },
    },
  ],
])('the same thing under another type is %s', (_, older, newer, expected) => {
  expect(pair(older, newer, sameThing)).toEqual({ fresh: [], ...expected })
})

test('images are ordered by name, then by format, disc and path', () => {
  const ordered = [
    image('KDE live x86_64 iso 1'),
    image('Server dvd aarch64 iso 1'),
    image('Server dvd x86_64 img 1'),
    image('Server dvd x86_64 iso 1', 'a'),
    image('Server dvd x86_64 iso 1', 'b'),
    image('Server dvd x86_64 iso 2', 'b'),
    image('Server dvd x86_64 iso 20', 'a'),
  ]

  expect(ordered.toReversed().toSorted(byName)).toEqual(ordered)
  expect(ordered.map((each) => byName(each, each))).toEqual(ordered.map(() => 0))
})

function pair(older: readonly string[], newer: readonly string[], kinships: readonly Kinship[]): Expected {
  const { pairs, left, right } = pairImages(
    older.map((each) => image(each)),
    newer.map((each) => image(each)),
    kinships,
  )
  return {
    becomes: Object.fromEntries([
      ...pairs.map(({ from, to }) => [written(from), written(to)]),
      ...left.map((each) => [written(each), 'nothing']),
    ]),
    fresh: right.map(written),
  }
}

function image(words: string, path = ''): Image {
  const [subvariant = '', type = '', arch = '', format = '', disc = ''] = words.split(' ')
  return { subvariant, type, arch, format, disc: Number(disc), variant: '', path, size: 0 }
}

function written(each: Image): string {
  return `${imageName(each)} ${each.format} ${each.disc}`
}
