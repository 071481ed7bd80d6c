import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../../jobs/results/standing.ts'

test.each([
  ['done', 'passed', 'passed'],
  ['done', 'softfailed', 'softfailed'],
  ['done', 'failed', 'failed'],
  ['done', 'incomplete', 'broken'],
  ['done', 'timeout_exceeded', 'broken'],
  ['done', 'skipped', 'skipped'],
  ['done', 'parallel_failed', 'skipped'],
  ['done', 'parallel_restarted', 'skipped'],
  ['cancelled', 'skipped', 'skipped'],
  ['done', 'obsoleted', 'stopped'],
  ['done', 'user_cancelled', 'stopped'],
  ['done', 'user_restarted', 'stopped'],
  ['cancelled', 'user_cancelled', 'stopped'],
  ['cancelled', 'none', 'stopped'],
  ['cancelled', 'passed', 'stopped'],
  ['cancelled', 'failed', 'stopped'],
  ['done', 'none', 'unknown'],
  ['done', 'transcended', 'unknown'],
  ['scheduled', 'none', 'unfinished'],
  ['assigned', 'none', 'unfinished'],
  ['setup', 'none', 'unfinished'],
  ['running', 'none', 'unfinished'],
  ['running', 'user_restarted', 'unfinished'],
  ['uploading', 'passed', 'unfinished'],
])('a job that is %s with the result %s stands as %s', (state, result, standing) => {
  expect(standingOf({ state, result, cloneId: null })).toBe(standing)
})

test.each(['passed', 'failed', 'skipped', 'none'])(
  'a job in a state that nobody knows stands as unknown, also with the result %s',
  (result) => {
    expect(standingOf({ state: 'hibernating', result, cloneId: null })).toBe('unknown')
    expect(standingOf({ state: 'hibernating', result, cloneId: 7 })).toBe('unknown')
  },
)

test.each(['passed', 'failed', 'parallel_restarted', 'transcended'])(
  'a job that ended %s and was restarted is unfinished',
  (result) => {
    expect(standingOf({ state: 'done', result, cloneId: 7 })).toBe('unfinished')
  },
)

test('only a job that is done and was not restarted passes', () => {
  const state = fc.oneof(fc.constantFrom('done', 'cancelled', 'running', 'scheduled'), fc.string())
  const result = fc.oneof(fc.constantFrom('passed', 'softfailed', 'failed', 'none'), fc.string())
  const cloneId = fc.option(fc.nat())
  fc.assert(
    fc.property(fc.record({ state, result, cloneId }), (job) => {
      const ok = job.state === 'done' && job.cloneId === null && /^(?:passed|softfailed)$/.test(job.result)

      expect(['passed', 'softfailed'].includes(standingOf(job))).toBe(ok)
    }),
  )
})
