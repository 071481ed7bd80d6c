import { describe, expect, test } from 'vitest'
import type { VerdictImage, VerdictInput } from '../../../jobs/verdict/verdict-input.ts'
import { secondIs, testsOf, verdictOn, type VerdictCase } from './judged.ts'

const two = testsOf(2, 'passed')
const universal = { flavor: 'universal', arch: 'x86_64' }
const serverPost = { flavor: 'Server-dvd-iso', arch: 'x86_64' }

function missing(...images: readonly Partial<VerdictImage>[]): Partial<VerdictInput> {
  return { missing: images.map((image) => ({ required: false, isNewlyMissing: false, ...image })) }
}

describe('of its images', () => {
  test.each<VerdictCase>([
    ['broken', 'a required one is missing', two, missing({ required: true })],
    [
      'broken',
      'a required one is missing as before, beside an optional one',
      two,
      missing({}, { required: true }),
    ],
    ['degraded', 'one is missing that the baseline had', two, missing({}, { isNewlyMissing: true })],
    ['passed', 'one is missing that the baseline did not have either', two, missing({})],
    [
      'unknown: unreachable',
      'one is missing and openQA could not be reached',
      two,
      { ...missing({ isNewlyMissing: true }), end: 'unreachable' },
    ],
    [
      'broken',
      'a required one is missing and openQA could not be reached',
      two,
      { ...missing({ required: true }), end: 'unreachable' },
    ],
  ])('the compose is %s where %s', (verdict, _, more, otherwise) => {
    expect(verdictOn(more, otherwise)).toBe(verdict)
  })
})

describe('of its posts', () => {
  test.each<VerdictCase>([
    ['passed', 'one was found, not made again', two, { posts: [{ ...serverPost, kind: 'found', jobs: 20 }] }],
    ['passed', 'there are none, as somebody else posts', two, { posts: [] }],
    [
      'degraded',
      'openQA refused one',
      two,
      { posts: [{ ...universal, kind: 'refused', why: 'no templates' }] },
    ],
    [
      'degraded',
      'openQA made only a part of one',
      two,
      { posts: [{ ...serverPost, kind: 'partial', jobs: 20, why: 'no machine' }] },
    ],
    [
      'degraded',
      'what became of one is not known',
      two,
      { posts: [{ ...universal, kind: 'unknown', why: 'no answer' }] },
    ],
    ['degraded', 'the tests of one are gone', two, { posts: [{ ...universal, kind: 'scheduled', jobs: 9 }] }],
  ])('the compose is %s where %s', (verdict, _, more, otherwise) => {
    expect(verdictOn(more, otherwise)).toBe(verdict)
  })
})

describe('at the end of the wait', () => {
  test.each<VerdictCase>([
    ['passed', 'time was up, and all tests had ended', two, { end: 'deadline' }],
    ['unknown: unreachable', 'openQA could not be reached', two, { end: 'unreachable' }],
    [
      'unknown: unreachable',
      'openQA could not be reached, and a test fails anew',
      secondIs('new'),
      { end: 'unreachable' },
    ],
    [
      'broken',
      'openQA could not be reached after a required test had failed',
      secondIs('still', { required: true }),
      { end: 'unreachable' },
    ],
    [
      'unknown: unreachable',
      'no test was seen and openQA gave no answer',
      two,
      { jobs: [], end: 'unreachable' },
    ],
    ['unknown: nothing-scheduled', 'no test was seen in time', two, { jobs: [], end: 'deadline' }],
    ['unknown: nothing-scheduled', 'there were no tests', two, { jobs: [], end: 'nothing-scheduled' }],
  ])('the compose is %s where %s', (verdict, _, more, otherwise) => {
    expect(verdictOn(more, otherwise)).toBe(verdict)
  })
})
