import { expect, test } from 'vitest'
import { isFinished } from '../../../compose/readiness/finished.ts'

test.each([
  ['FINISHED', true],
  ['FINISHED_INCOMPLETE', true],
  ['STARTED', false],
  ['DOOMED', false],
  ['TERMINATED', false],
  ['', false],
  ['finished', false],
  ['A_WORD_OF_NEXT_YEAR', false],
])('STATUS %j says a good end: %s', (status, is) => {
  expect(isFinished(status)).toBe(is)
})
