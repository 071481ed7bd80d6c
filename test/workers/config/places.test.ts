import { expect, test } from 'vitest'
import { placesByStream, placesOf } from '../../../workers/config/places.ts'
import { settingsOf } from '../../settings-of.ts'

test('a stream has its own arches and conditions, and the others have the common ones', () => {
  const settings = settingsOf({
    openqa: { arches: ['aarch64'] },
    stream: { iot: { arches: ['x86_64'], koji: false, mirror: false } },
  })
  const common = { arches: ['aarch64'], kojiRequired: true, mirrorRequired: true }

  const placesFor = placesByStream(placesOf(settings), settings)

  expect(placesFor('iot')).toMatchObject({
    arches: ['x86_64'],
    kojiRequired: false,
    mirrorRequired: false,
  })
  expect(placesFor('rawhide')).toMatchObject(common)
  expect(placesFor('no stream')).toMatchObject(common)
  expect(placesOf(settings)).toMatchObject(common)
})
