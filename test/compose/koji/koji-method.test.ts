import { expect, test } from 'vitest'
import { imageMethods } from '../../../compose/koji/koji-method.ts'

test('every method is in the table once, with a reason', () => {
  expect(new Set(imageMethods.map(({ method }) => method)).size).toBe(imageMethods.length)
  expect(imageMethods.filter(({ why }) => why.length < 10)).toEqual([])
})
