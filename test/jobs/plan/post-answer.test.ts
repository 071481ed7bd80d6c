import { expect, test } from 'vitest'

import { readPostAnswer } from '../../../jobs/plan/post-answer.ts'

test('a post that made jobs is scheduled', () => {
  const answer = { count: 2, failed: [], ids: [1, 2], scheduled_product_id: 6 }

  expect(readPostAnswer(answer)).toEqual({ kind: 'scheduled', ids: [1, 2], productId: 6 })
})

test('200 with an error is a refusal in its words', () => {
  const error = 'no products found for fedora-NoSuch-iso-x86_64'
  const answer = { count: 0, error, failed: {}, ids: [], scheduled_product_id: 2 }

  expect(readPostAnswer(answer)).toEqual({ kind: 'refused', why: error, productId: 2 })
})

test('200 without jobs and without an error is a refusal too', () => {
  const answer = { count: 0, failed: [], ids: [], scheduled_product_id: 15 }

  expect(readPostAnswer(answer)).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('no job matches'),
  })
})

test.each([
  [{ job_name: 'base', error_message: 'The ARCH is odd\n' }, 'base: The ARCH is odd'],
  [
    { job_id: 7, error_messages: ['PARALLEL_WITH=x not found', 'cycle'] },
    'job 7: PARALLEL_WITH=x not found; cycle',
  ],
  [{ job_id: 7 }, 'job 7: no reason given'],
])('jobs that could not be made are a partial answer that says which and why: %o', (failure, words) => {
  const answer = { count: 1, failed: [failure], ids: [1], scheduled_product_id: 6 }

  expect(readPostAnswer(answer)).toEqual({ kind: 'partial', ids: [1], productId: 6, why: [words] })
})

test('when every job failed the post is refused with the reasons', () => {
  const answer = { failed: [{ job_name: 'base', error_message: 'no' }], ids: [], scheduled_product_id: 6 }

  expect(readPostAnswer(answer)).toEqual({ kind: 'refused', why: 'base: no', productId: 6 })
})

test.each([
  [{ job_id: [7, 8], error_message: [' a ', 'b\n'] }, 'job 7, 8: a; b'],
  [{ error_messages: 'c' }, 'job ?: c'],
  [{ job_name: null, job_id: null, error_message: null, error_messages: null }, 'job ?: no reason given'],
  [{ job_name: 'base', job_id: 7, error_message: 'a', error_messages: ['b', 'c'] }, 'base: a; b; c'],
  [{ job_name: 'base', error_message: '  ' }, 'base: no reason given'],
])('of a failure %o the words are %s', (failure, words) => {
  expect(readPostAnswer({ failed: [failure], ids: [1] })).toMatchObject({ kind: 'partial', why: [words] })
})

test('the reasons of several failures are told together', () => {
  const failed = ['a', 'b'].map((job_name) => ({ job_name, error_message: 'no' }))

  expect(readPostAnswer({ failed, ids: [] })).toMatchObject({ kind: 'refused', why: 'a: no; b: no' })
  expect(readPostAnswer({ failed, ids: [1] })).toMatchObject({ why: ['a: no', 'b: no'] })
})

test.each([{}, [], null, undefined])('failures that are %j are none', (failed) => {
  expect(readPostAnswer({ failed, ids: [1] })).toEqual({ kind: 'scheduled', ids: [1], productId: 0 })
})

test('an error without a list of jobs is a refusal in its words', () => {
  expect(readPostAnswer({ error: ' no such product\n', scheduled_product_id: null })).toEqual({
    kind: 'refused',
    why: 'no such product',
    productId: null,
  })
})

test('an error counts also where jobs were made', () => {
  expect(readPostAnswer({ error: 'no', ids: [1], scheduled_product_id: 6 })).toMatchObject({
    kind: 'refused',
  })
})

test('jobs without a product have the product 0', () => {
  expect(readPostAnswer({ ids: [1], failed: [{ job_name: 'a' }] })).toMatchObject({ productId: 0 })
})

test('an async post is accepted, to be asked for later', () => {
  const answer = { gru_task_id: 56, minion_job_id: 56, scheduled_product_id: 25 }

  expect(readPostAnswer(answer)).toEqual({ kind: 'accepted', productId: 25 })
})

test('an empty object is a refusal, never a success', () => {
  expect(readPostAnswer({})).toEqual({
    kind: 'refused',
    why: expect.stringMatching(/without jobs/),
    productId: null,
  })
})

test('a page instead of an answer is garbled', () => {
  expect(() => readPostAnswer('<html>')).toThrow("expected openQA's answer to a post")
})

test('no jobs and no word on failures are a refusal', () => {
  expect(readPostAnswer({ ids: [], scheduled_product_id: 3 })).toMatchObject({
    kind: 'refused',
    productId: 3,
  })
})
