import { expect, test } from 'vitest'
import { phaseOf } from '../../../jobs/results/job-state.ts'

test.each([
  ['scheduled', 'waiting'],
  ['assigned', 'running'],
  ['setup', 'running'],
  ['running', 'running'],
  ['uploading', 'running'],
  ['done', 'ended'],
  ['cancelled', 'ended'],
  ['', 'unknown'],
  ['Done', 'unknown'],
  ['hibernating', 'unknown'],
])('a job that is %j is %s', (state, phase) => {
  expect(phaseOf(state)).toBe(phase)
})
