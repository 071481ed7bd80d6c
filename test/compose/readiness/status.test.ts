import { expect, test } from 'vitest'
import { isFinished, statusMeaning } from '../../../compose/readiness/status.ts'

test.each([
  ['STARTED', 'running'],
  ['FINISHED', 'finished'],
  ['FINISHED_INCOMPLETE', 'finished'],
  ['DOOMED', 'dead'],
  ['TERMINATED', 'dead'],
  ['finished', 'unknown'],
  ['FINISHED ', 'unknown'],
  ['', 'unknown'],
])('the STATUS %j means %s', (status, meaning) => {
  expect(statusMeaning(status)).toBe(meaning)
  expect(isFinished(status)).toBe(meaning === 'finished')
})
