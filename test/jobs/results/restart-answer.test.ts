import { expect, test } from 'vitest'

import { readRestartAnswer } from '../../../jobs/results/restart-answer.ts'

test('a restart tells the clone of the job and those of its cluster', () => {
  const answer = { result: [{ '86': 91, '87': 92, '9': 90 }], test_url: [] }

  expect(readRestartAnswer(86, answer)).toEqual({ kind: 'restarted', clone: 91, jobs: [90, 91, 92] })
})

test('jobs that were left as they are have no clone', () => {
  const answer = { result: [{ '3': 12, '4': null }] }

  expect(readRestartAnswer(3, answer)).toEqual({ kind: 'restarted', clone: 12, jobs: [12] })
})

test('the clones are told by rising number, of every map of the answer', () => {
  const answer = { result: [{ '5': 7 }, { '86': 100, '87': 9 }] }

  expect(readRestartAnswer(86, answer)).toEqual({ kind: 'restarted', clone: 100, jobs: [7, 9, 100] })
})

test('an answer that tells of other jobs only is no restart', () => {
  expect(readRestartAnswer(3, { result: [{ '4': 12 }] })).toEqual({ kind: 'nothing' })
  expect(readRestartAnswer(3, { result: [{ '3': null }] })).toEqual({ kind: 'nothing' })
})

test('a second restart finds the clone of the first', () => {
  const answer = { errors: ['Specified job 86 has already been cloned as 91'], result: [], test_url: [] }

  expect(readRestartAnswer(86, answer)).toEqual({ kind: 'restarted-before', clone: 91 })
})

test('any other error is a refusal in its words', () => {
  const answer = {
    enforceable: 1,
    errors: ['Job 96 misses the following mandatory assets: iso/a.iso'],
    result: [],
  }

  expect(readRestartAnswer(96, answer)).toEqual({
    kind: 'refused',
    why: 'Job 96 misses the following mandatory assets: iso/a.iso',
  })
})

test('a clone of before is found among other errors', () => {
  const errors = ['Job 86 misses an asset', 'Specified job 86 has already been cloned as 91']

  expect(readRestartAnswer(86, { errors, result: [] })).toEqual({ kind: 'restarted-before', clone: 91 })
})

test('a clone is no clone of before where the words do not begin so', () => {
  const errors = ['no: Specified job 86 has already been cloned as 91', 'and more']

  expect(readRestartAnswer(86, { errors, result: [] })).toEqual({ kind: 'refused', why: errors.join('; ') })
})

test.each([[], null])('errors that are %j are none', (errors) => {
  expect(readRestartAnswer(86, { errors, result: [] })).toEqual({ kind: 'nothing' })
})

test('a job that was not begun, or is not there, is passed over without a word', () => {
  expect(readRestartAnswer(84, { result: [], test_url: [] })).toEqual({ kind: 'nothing' })
})

test('what is no answer is garbled', () => {
  expect(() => readRestartAnswer(1, '<html>')).toThrow("expected openQA's answer to a restart")
})
