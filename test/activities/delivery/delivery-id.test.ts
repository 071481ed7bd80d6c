import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliveryId } from '../../../activities/delivery/delivery-id.ts'

test.each([
  ['nightly/rawhide/2026-11-24', '1', 'nightly_rawhide_2026-11-24_1'],
  ['nightly/eln/2026-11-24T02', '12', 'nightly_eln_2026-11-24T02_12'],
  ['candidate/44/RC-1.2', '1', 'candidate_44_RC-1~002e2_1'],
])('edition of %s, %s, has the id %s', (run, edition, expected) => {
  expect(deliveryId(run, edition)).toBe(expected)
})

test('two editions never have one id, and no id has a character that means something elsewhere', () => {
  const words = fc.tuple(fc.string({ maxLength: 20 }), fc.nat().map(String))
  fc.assert(
    fc.property(words, words, (one, other) => {
      const ids = [deliveryId(...one), deliveryId(...other)]
      expect(ids.every((id) => /^[\w~-]+$/.test(id))).toBe(true)
      expect(ids[0] === ids[1]).toBe(one.join('/') === other.join('/'))
    }),
  )
})
