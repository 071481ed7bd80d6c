import { expect, test } from 'vitest'
import { expectedImages } from '../../../compose/expected/expected.ts'
import { mashLineup } from '../../../compose/expected/mash-lineup.ts'

test.each([
  ['Rawhide', '20150820', 8],
  ['23', '20150918', 8],
  ['Rawhide', '20150919', 11],
  ['23', '20151001', 11],
])('a nightly of %s of %s should have %i images', (version, date, images) => {
  const { release, lineup } = mashLineup({ kind: 'mash', version, date })

  expect(release).toBe(version === 'Rawhide' ? 'Rawhide' : 23)
  expect(expectedImages(release, lineup)).toHaveLength(images)
})
