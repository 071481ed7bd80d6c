import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Image } from '../../../compose/images/image.ts'
import { mirrorSync } from '../../../compose/readiness/mirror-sync.ts'

const dvd = image('Server dvd x86_64', 2_400_000_000)
const boot = image('Server boot x86_64', 900_000_000)
const live = image('KDE live x86_64', 2_800_000_000)

test('a mirror that has every image at its size is synced', () => {
  expect(mirrorSync([dvd, boot], listing([dvd, boot, live]))).toEqual({
    kind: 'synced',
    present: ['Server dvd x86_64', 'Server boot x86_64'],
    wrongSize: [],
    lacking: [],
    said: 'mirror has all 2 wanted images',
  })
})

test('the clause about an image that is still being copied has both sizes', () => {
  const listed = listing([boot, { ...dvd, size: 1_200_000_000 }])

  expect(mirrorSync([dvd, boot], listed)).toMatchObject({
    kind: 'partial',
    wrongSize: ['Server dvd x86_64'],
    said: 'mirror has 1 of 2 wanted images; Server dvd x86_64 is 1.2 of 2.4 GB',
  })
})

test('sizes that look the same in GB are given in bytes', () => {
  const { said } = mirrorSync([dvd], listing([{ ...dvd, size: 2_399_999_999 }]))

  expect(said).toMatch(/is 2399999999 of 2400000000 bytes$/)
})

test('the clause about missing images names the first one', () => {
  expect(mirrorSync([dvd, boot, live], listing([dvd]))).toMatchObject({
    kind: 'partial',
    lacking: ['Server boot x86_64', 'KDE live x86_64'],
    said: 'mirror has 1 of 3 wanted images; Server boot x86_64 is not there (and 1 more like it)',
  })
})

test('a mirror without any part of any image does not have the compose', () => {
  expect(mirrorSync([dvd, boot], listing([live]))).toMatchObject({
    kind: 'absent',
    said: 'mirror has none of 2 wanted images; Server dvd x86_64 is not there (and 1 more like it)',
  })
})

test('an image of unknown size is right at any size', () => {
  expect(mirrorSync([{ ...dvd, size: 0 }], listing([dvd])).kind).toBe('synced')
})

test('every wanted image is present, of wrong size, or missing', () => {
  const images = fc
    .uniqueArray(fc.nat(20), { maxLength: 10 })
    .map((all) => all.map((n) => image(`S${n} dvd x86_64`, n)))

  fc.assert(
    fc.property(images, images, (wanted, there) => {
      const { present, wrongSize, lacking } = mirrorSync(wanted, listing(there))

      expect(present.length + wrongSize.length + lacking.length).toBe(wanted.length)
    }),
  )
})

function listing(images: readonly Image[]): ReadonlyMap<string, number> {
  return new Map(images.map(({ path, size }) => [path, size]))
}

function image(name: string, size: number): Image {
  const [subvariant = '', type = '', arch = ''] = name.split(' ')
  return { subvariant, type, arch, size, format: 'iso', variant: '', path: `${name}.iso`, disc: 1 }
}
