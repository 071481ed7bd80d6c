import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commaList, filterImages, type ImageFilter } from '../../../compose/images/image-filter.ts'
import { imageName, type Image } from '../../../compose/images/image.ts'

const images = [
  image('Server dvd x86_64', 'Server/x86_64/iso/Fedora-Server-dvd-x86_64.iso'),
  image('Server boot x86_64', 'Server/x86_64/iso/Fedora-Server-netinst-x86_64.iso'),
  image('Server dvd aarch64', 'Server/aarch64/iso/Fedora-Server-dvd-aarch64.iso'),
  image('KDE live i386', 'Spins/i386/iso/Fedora-Live-KDE-i686.iso'),
  image('Cloud_Base vagrant-libvirt x86_64', 'Cloud/x86_64/images/Fedora-Cloud-Base-Vagrant.box'),
]

test.each<[string, ImageFilter, readonly string[]]>([
  ['an empty filter keeps all', {}, images.map(imageName)],
  ['empty lists keep all', { arches: [], types: [], subvariants: [], terms: [] }, images.map(imageName)],
  ['an empty list of terms keeps all', { terms: [], termsMatch: 'any' }, images.map(imageName)],
  ['an arch', { arches: ['aarch64'] }, ['Server dvd aarch64']],
  ["Koji's name of an arch", { arches: ['i686', 'arm64'] }, ['Server dvd aarch64', 'KDE live i386']],
  ['a type in any case', { types: ['DVD'], arches: ['x86_64'] }, ['Server dvd x86_64']],
  ['netinst for boot', { types: ['netinst'] }, ['Server boot x86_64']],
  ['a type with _', { types: ['vagrant_libvirt'] }, ['Cloud_Base vagrant-libvirt x86_64']],
  ['a subvariant', { subvariants: ['kde'] }, ['KDE live i386']],
  ['a subvariant with -', { subvariants: ['cloud-base'] }, ['Cloud_Base vagrant-libvirt x86_64']],
  ['all terms', { terms: ['server', 'NETINST'] }, ['Server boot x86_64']],
  [
    'any of the terms',
    { terms: ['kde', 'netinst'], termsMatch: 'any' },
    ['Server boot x86_64', 'KDE live i386'],
  ],
  ['an unknown subvariant', { subvariants: ['holodeck'] }, []],
])('%s', (_, filter, names) => {
  expect(filterImages(images, filter).map(imageName)).toEqual(names)
})

test('several lists together keep only the images that each of them keeps', () => {
  const lists = fc.record({
    arches: fc.subarray(['x86_64', 'i686', 'aarch64', 's390x']),
    types: fc.subarray(['dvd', 'live', 'netinst']),
    terms: fc.subarray(['fedora', 'kde', 'dvd']),
  })

  fc.assert(
    fc.property(lists, ({ arches, types, terms }) => {
      const one = filterImages(images, { arches, types, terms })
      const step = filterImages(filterImages(filterImages(images, { arches }), { types }), { terms })

      expect(one).toEqual(step)
    }),
  )
})

test('a comma list may have blanks and empty items', () => {
  expect(commaList(' x86_64, aarch64,,')).toEqual(['x86_64', 'aarch64'])
})

function image(name: string, path: string): Image {
  const [subvariant = '', type = '', arch = ''] = name.split(' ')
  return { subvariant, type, arch, path, format: 'iso', variant: '', size: 1, disc: 1 }
}
