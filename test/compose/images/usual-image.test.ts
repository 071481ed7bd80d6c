import { expect, test } from 'vitest'
import { isUsual } from '../../../compose/images/usual-image.ts'
import { isoImage } from './iso-image.ts'

test.each([
  [1, 1, false],
  [2, 2, false],
  [3, 3, true],
  [2, 3, true],
  [1, 3, false],
  [2, 4, false],
  [3, 4, true],
  [10, 20, false],
  [11, 20, true],
])('an image that %i of %i composes had is usual: %s', (seen, of, usual) => {
  const image = { ...isoImage('KDE live x86_64'), identity: 'kde live x86_64', lastCompose: 'c' }

  expect(isUsual({ ...image, seen, of })).toBe(usual)
})
