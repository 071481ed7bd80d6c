import { expect, test } from 'vitest'
import { fedoraSizeLimits, tooLarge } from '../../../compose/images/size-limit.ts'
import { isoImage } from './iso-image.ts'

const dvd = isoImage('Server dvd x86_64', { size: 1001 })
const live = isoImage('KDE live x86_64', { size: 2000 })

test.each([
  ['Server dvd x86_64', 1000, true],
  ['Server dvd x86_64', 1001, false],
  ['Server dvd *', 1000, true],
  ['* dvd *', 1000, true],
  ['* * *', 1000, true],
  ['* live *', 1000, false],
  ['Workstation dvd *', 1000, false],
  ['Server dvd aarch64', 1000, false],
  ['Server *', 1000, false],
  ['Ser* dvd *', 1000, false],
])('an image of 1001 bytes is over the limit `%s` of %i: %s', (name, limit, isOver) => {
  expect(tooLarge([dvd], { [name]: limit })).toEqual(isOver ? [{ image: dvd, limit }] : [])
})

test('of several limits of an image the smallest counts, in any letter case', () => {
  expect(tooLarge([dvd], { '* DVD x86_64': 5000, '* dvd *': 1 })).toEqual([{ image: dvd, limit: 1 }])
  expect(tooLarge([dvd], { '* dvd *': 1, '* dvd x86_64': 5000 })).toEqual([{ image: dvd, limit: 1 }])
})

test('all images that are too large are told in their order, each with its limit', () => {
  const limits = { '* live *': 10, '* dvd *': 20 }

  expect(tooLarge([live, dvd, isoImage('Server boot x86_64')], limits)).toEqual([
    { image: live, limit: 10 },
    { image: dvd, limit: 20 },
  ])
  expect(tooLarge([live, dvd], {})).toEqual([])
})

test('a DVD must fit a single layer, by the release criteria', () => {
  const sizes = [4_700_000_000, 4_700_000_001]
  const dvds = sizes.map((size) => isoImage('Server dvd aarch64', { size }))

  expect(tooLarge(dvds, fedoraSizeLimits).map(({ image }) => image.size)).toEqual([4_700_000_001])
})
