import { expect, test } from 'vitest'
import { counted, listed } from '../../report/counted.ts'

test.each([
  [0, 'no tests'],
  [1, '1 test'],
  [2, '2 tests'],
  [10, '10 tests'],
])('%i of a thing is said with the noun that fits: %s', (count, words) => {
  expect(counted(count, 'test')).toBe(words)
})

test.each([
  [[], 3, ''],
  [['a'], 3, 'a'],
  [['a', 'b', 'c'], 3, 'a, b, c'],
  [['a', 'b', 'c', 'd'], 3, 'a, b, c and 1 more'],
  [['a', 'b', 'c', 'd'], 1, 'a and 3 more'],
])('of %j at most %i are named: %s', (names, most, words) => {
  expect(listed(names, most)).toBe(words)
})

test('three are named unless another number is asked for', () => {
  expect(listed(['a', 'b', 'c', 'd'])).toBe('a, b, c and 1 more')
})
