import { describe, expect, test } from 'vitest'
import { failedClasses, passedClasses } from '../../../jobs/compare/test-class.ts'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import type { VerdictInput } from '../../../jobs/verdict/verdict-input.ts'
import { judge } from '../../../jobs/verdict/verdict.ts'
import { judged, secondIs, testOf, testsOf, verdictOn, type VerdictCase } from './judged.ts'

const two = testsOf(2, 'passed')
const twoNotRun = testsOf(2, 'not-run', { isNew: true })
const required = { required: true }

function tolerating(thresholds: Partial<VerdictInput['thresholds']>): Partial<VerdictInput> {
  return { thresholds: { ...usualThresholds, ...thresholds } }
}

describe('of a required test', () => {
  test.each(failedClasses)('that is %s, the compose is broken', (kind) => {
    expect(verdictOn(secondIs(kind, required))).toBe('broken')
  })

  test.each(passedClasses)('that is %s, the compose passed', (kind) => {
    expect(verdictOn(secondIs(kind, required))).toBe('passed')
  })

  test.each<VerdictCase>([
    ['degraded', 'did not run', secondIs('not-run', required)],
    ['degraded', 'ended with an unknown result', secondIs('unknown', required)],
    ['unknown: unfinished', 'has not ended', secondIs('unfinished', required)],
  ])('the compose is %s where it %s', (verdict, _, more) => {
    expect(verdictOn(more)).toBe(verdict)
  })
})

describe('a failure that a person accepted', () => {
  const accepted = { by: null, why: 'rhbz#1234567', until: null }

  test.each(failedClasses)('is in no verdict where it is %s', (kind) => {
    expect(verdictOn(secondIs(kind, { ...required, accepted }))).toBe('passed')
  })

  test('leaves the others in it', () => {
    expect(verdictOn([testOf(1, 'new', { accepted }), testOf(2, 'new')])).toBe('degraded')
    expect(verdictOn([testOf(1, 'new', { ...required, accepted }), testOf(2, 'still', required)])).toBe(
      'broken',
    )
  })
})

describe('a compose', () => {
  test.each<VerdictCase>([
    ['passed', 'all tests passed', two],
    ['passed', 'optional tests fail as before', [testOf(1, 'still'), testOf(2, 'known')]],
    ['passed', 'an optional test never passed', secondIs('never-passed')],
    [
      'passed',
      'tests were flaky, fixed and soft',
      [testOf(1, 'flaky'), testOf(2, 'fixed'), testOf(3, 'soft')],
    ],
    ['degraded', 'a test fails anew', secondIs('new')],
    ['degraded', 'a test failed, and nobody knows how it did before', secondIs('failed')],
    [
      'passed',
      'fewer tests fail anew than the configuration says',
      secondIs('new'),
      tolerating({ newFailures: 2 }),
    ],
    [
      'degraded',
      'as many tests fail anew as the configuration says',
      [testOf(1, 'new'), testOf(2, 'failed')],
      tolerating({ newFailures: 2 }),
    ],
    ['degraded', 'a result is a word that nobody knows', secondIs('unknown')],
    ['unknown: unfinished', 'a test has not ended', secondIs('unfinished')],
    [
      'unknown: unfinished',
      'a test has not ended, and one fails anew',
      [testOf(1, 'unfinished'), testOf(2, 'new')],
    ],
    [
      'broken',
      'a required test failed, and another has not ended',
      [testOf(1, 'still', required), testOf(2, 'unfinished')],
    ],
  ])('is %s where %s', (verdict, _, more, otherwise) => {
    expect(verdictOn(more, otherwise)).toBe(verdict)
  })
})

describe('a compose of 20 tests, of which some did not run,', () => {
  test.each<VerdictCase>([
    ['passed', '5 % did not run', secondIs('not-run', { isNew: true })],
    ['degraded', 'more than 5 % did not run', twoNotRun],
    ['passed', 'more than 5 % did not run, as on the night before', testsOf(2, 'not-run')],
    [
      'passed',
      '10 % did not run, and the configuration allows them',
      twoNotRun,
      tolerating({ degradedNotRun: 0.1 }),
    ],
    [
      'degraded',
      'one did not run, and the configuration allows none',
      secondIs('not-run', { isNew: true }),
      tolerating({ degradedNotRun: 0 }),
    ],
    ['passed', 'half of all did not run, as on the night before', testsOf(18, 'not-run')],
    ['unknown: too-few-ran', 'more than half of all did not run', testsOf(19, 'not-run')],
    [
      'passed',
      'more than half did not run, and the configuration allows it',
      testsOf(19, 'not-run'),
      tolerating({ unknownNotRun: 0.6 }),
    ],
    [
      'unknown: too-few-ran',
      'more than half did not run, and one fails anew',
      [...testsOf(20, 'not-run'), testOf(99, 'new')],
    ],
    [
      'broken',
      'more than half did not run, and a required one failed',
      [...testsOf(20, 'not-run'), testOf(99, 'known', required)],
    ],
  ])('is %s where %s', (verdict, _, more, otherwise) => {
    expect(verdictOn(more, otherwise)).toBe(verdict)
  })

  test('is unknown where none ran, whatever the configuration allows', () => {
    const none = judged(testsOf(3, 'not-run'), tolerating({ unknownNotRun: 1 }))

    expect(judge(none)).toEqual({ kind: 'unknown', cause: 'too-few-ran' })
  })
})
