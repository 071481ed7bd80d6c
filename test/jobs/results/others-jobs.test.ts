import { expect, test } from 'vitest'
import { othersJobs } from '../../../jobs/results/others-jobs.ts'

const build = 'Fedora-Rawhide-20261124.n.0'

function job(id: number, otherwise: object = {}, marker?: string) {
  const settings = { BUILD: build, FLAVOR: 'universal', ARCH: 'x86_64', ...(marker && { NIGHTJAR: marker }) }
  return { id, test: 'base', state: 'scheduled', result: 'none', group: 'fedora', settings, ...otherwise }
}

test.each([
  ['no jobs', [], null],
  ['jobs of Nightjar, of whatever run', [job(1, {}, 'g1_a'), job(2, { clone_id: 3 }, 'g1_b')], null],
  [
    'jobs of others that were cancelled',
    [job(1, { state: 'cancelled' }), job(2, { state: 'done', result: 'obsoleted' })],
    null,
  ],
  [
    'one job of others among ours',
    [job(1, {}, 'g1_a'), job(2)],
    "openQA's jobs were posted by another scheduler (one job without Nightjar's marker, in the group fedora)",
  ],
  [
    'jobs of others, in a group or in none',
    [job(1), job(2, { group: 'arm\u001B[2J' }), job(3, { group: null })],
    "openQA's jobs were posted by another scheduler (3 jobs without Nightjar's marker, in groups as fedora, arm [2J)",
  ],
])('%s', (_, jobs, told) => {
  expect(othersJobs(build, { jobs })).toBe(told)
})

test('a job of another build is no answer to the question', () => {
  expect(() => othersJobs('B', { jobs: [job(1)] })).toThrow(/a job of/)
})
