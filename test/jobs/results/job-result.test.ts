import { expect, test } from 'vitest'
import { classOf, isOk } from '../../../jobs/results/job-result.ts'

test.each([
  ['passed', 'passed', true],
  ['softfailed', 'softfailed', true],
  ['failed', 'failed', false],
  ['incomplete', 'broken', false],
  ['timeout_exceeded', 'broken', false],
  ['skipped', 'aborted', false],
  ['obsoleted', 'aborted', false],
  ['parallel_failed', 'aborted', false],
  ['parallel_restarted', 'aborted', false],
  ['user_cancelled', 'aborted', false],
  ['user_restarted', 'aborted', false],
  ['none', 'none', false],
  ['', 'unknown', false],
  ['Passed', 'unknown', false],
  ['transcended', 'unknown', false],
])('the result %j means %s, and lets the jobs after it run: %s', (result, kind, ok) => {
  expect(classOf(result)).toBe(kind)
  expect(isOk(result)).toBe(ok)
})
