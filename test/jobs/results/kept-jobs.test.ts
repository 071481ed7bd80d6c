import { expect, test } from 'vitest'
import { Garbled } from '../../../compose/garbled.ts'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { parseKeptJobs } from '../../../jobs/results/kept-jobs.ts'
import { jobOf } from '../job-of.ts'

const jobs = [
  jobOf({ id: 1, result: 'failed', cloneId: 2, failedModules: ['a', 'b'], reason: 'api failure' }),
  jobOf({ id: 2, startedAt: '2026-11-24T05:00:00Z', finishedAt: '2026-11-24T05:20:00Z', marker: 'g1_a' }),
  jobOf({ id: 3, test: 'child', state: 'scheduled', result: 'none', blockedById: 2 }),
]

test('jobs that were kept are read back, and those that count are told again', () => {
  expect(parseKeptJobs(JSON.stringify(jobs))).toEqual(buildJobs(jobs))
})

const keys = Object.keys(jobOf({ id: 1 })).filter((key) => key !== 'distri')

test.each(keys)('a kept job without its %s is garbled', (key) => {
  const fields = Object.entries(jobOf({ id: 1 })).filter(([name]) => name !== key)

  expect(() => parseKeptJobs(JSON.stringify([Object.fromEntries(fields)]))).toThrow(Garbled)
})

test('a job that was kept without its distribution is one of fedora', () => {
  const { distri: _, ...older } = jobOf({ id: 1 })

  expect(parseKeptJobs(JSON.stringify([older])).every).toEqual([jobOf({ id: 1 })])
})

test('text that holds no jobs is garbled, and the error says what was expected', () => {
  expect(() => parseKeptJobs('{}')).toThrow('kept jobs')
  expect(() => parseKeptJobs('')).toThrow(Garbled)
})
