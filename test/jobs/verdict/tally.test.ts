import { expect, test } from 'vitest'
import { testClasses } from '../../../jobs/compare/test-class.ts'
import { newFailures, requiredFailures, requiredTally, testsOfClass } from '../../../jobs/verdict/tally.ts'
import { testOf } from './judged.ts'

/** A required and an optional test of each class. */
const tests = testClasses.flatMap((kind, nth) => [
  testOf(2 * nth, kind, { required: true }),
  testOf(2 * nth + 1, kind),
])

test('of the required tests those have passed that passed at the first try or later', () => {
  expect(requiredTally(tests)).toEqual({ passed: 4, of: 12 })
  expect(requiredTally([])).toEqual({ passed: 0, of: 0 })
})

test('the required tests that failed are those of each class of failures', () => {
  expect(requiredFailures(tests).map(({ required, class: kind }) => [required, kind])).toEqual([
    [true, 'new'],
    [true, 'failed'],
    [true, 'still'],
    [true, 'known'],
    [true, 'never-passed'],
  ])
})

test('new failures are those that may be new, too', () => {
  expect(newFailures(tests).map(({ class: kind }) => kind)).toEqual(['new', 'new', 'failed', 'failed'])
})

test('tests of some classes come in their order', () => {
  expect(testsOfClass(tests, 'soft', 'fixed')).toEqual(
    tests.filter(({ class: kind }) => kind === 'fixed' || kind === 'soft'),
  )
})
