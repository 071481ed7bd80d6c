import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byText } from '../../compose/by-text.ts'

test('byText sorts like toSorted() without an argument', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      expect(texts.toSorted(byText)).toEqual(texts.toSorted())
    }),
  )
})

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['a10', 'a9', -1],
  ['', 'a', -1],
])('byText of %j and %j is %i', (a, b, order) => {
  expect(byText(a, b)).toBe(order)
})
