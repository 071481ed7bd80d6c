import { expect, test } from 'vitest'
import { placesOf } from '../../../workers/config/places.ts'
import { settingsOf } from '../../settings-of.ts'

test('a stream has its own arches and conditions, and the others have the common ones', () => {
  const settings = settingsOf({
    openqa: { arches: ['aarch64'] },
    stream: { iot: { arches: ['x86_64'], koji: false, mirror: false } },
  })
  const common = { arches: ['aarch64'], kojiRequired: true, mirrorRequired: true }

  expect(placesOf(settings, 'iot')).toMatchObject({
    arches: ['x86_64'],
    kojiRequired: false,
    mirrorRequired: false,
  })
  expect(placesOf(settings, 'rawhide')).toMatchObject(common)
  expect(placesOf(settings, 'no stream')).toMatchObject(common)
  expect(placesOf(settings)).toMatchObject(common)
})
