import { expect, test } from 'vitest'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import type { Tests } from '../../report/report.ts'
import { testsOf } from '../../report/tests.ts'
import { jobOf } from '../jobs/job-of.ts'

const openqaUrl = 'https://openqa.example'

function told(jobs: readonly Job[], bugs: Readonly<Record<string, readonly string[]>> = {}): Tests {
  return testsOf({ jobs: buildJobs(jobs), bugs, openqaUrl })
}

test('a test is told with all that openQA says of it, its bugs and its address', () => {
  const job = jobOf({ id: 7, result: 'failed', reason: 'quit', failedModules: ['a'] })

  expect(told([job], { '7': ['brc#1'], '8': ['brc#2'] }).failed).toEqual([
    {
      id: 7,
      test: 'install_default',
      flavor: 'Server-dvd-iso',
      arch: 'x86_64',
      machine: '64bit',
      state: 'done',
      result: 'failed',
      reason: 'quit',
      failedModules: ['a'],
      bugs: ['brc#1'],
      url: 'https://openqa.example/tests/7',
    },
  ])
  expect(told([job]).failed[0]?.bugs).toEqual([])
})

test.each([
  ['failed', { result: 'failed' }],
  ['broken', { result: 'incomplete' }],
  ['skipped', { result: 'skipped' }],
  ['stopped', { result: 'obsoleted' }],
  ['unfinished', { state: 'running' }],
  ['unknown', { state: 'hibernating' }],
  ['softfailed', { result: 'softfailed' }],
] as const)('a test that is %s is listed and counted as such, and as nothing else', (kind, change) => {
  const tests = told([jobOf({ id: 1, ...change })])
  const none = { passed: 0, softfailed: 0, failed: 0, broken: 0, skipped: 0, stopped: 0, unfinished: 0 }
  const counts = { ...none, unknown: 0, [kind]: 1, total: 1 }
  const { byArch: _arches, counts: _counts, ...lists } = tests

  expect(tests.counts).toEqual(counts)
  expect(tests.byArch).toEqual([{ arch: 'x86_64', counts }])
  expect(Object.entries(lists).filter(([, lines]) => lines.length > 0)).toEqual([[kind, tests[kind]]])
})

test('tests are ordered by flavor, arch, test and machine, and not by the number of their job', () => {
  const jobs = [
    jobOf({ id: 1, result: 'failed', flavor: 'universal' }),
    jobOf({ id: 2, result: 'failed', test: 'z' }),
    jobOf({ id: 3, result: 'failed', test: 'a', machine: 'uefi' }),
    jobOf({ id: 4, result: 'failed', test: 'a' }),
    jobOf({ id: 5, result: 'failed', test: 'z', arch: 'aarch64' }),
  ]

  expect(told(jobs).failed.map(({ id }) => id)).toEqual([5, 4, 3, 2, 1])
})

test('arches are ordered by name, each with its own counts', () => {
  const jobs = ['x86_64', 'aarch64', 'x86_64', 'ppc64le'].map((arch, id) =>
    jobOf({ id, arch, test: `t${id}` }),
  )

  expect(told(jobs).byArch.map(({ arch, counts }) => [arch, counts.passed, counts.total])).toEqual([
    ['aarch64', 1, 1],
    ['ppc64le', 1, 1],
    ['x86_64', 2, 2],
  ])
})

test('a test that passed when it was tried again is listed as flaky', () => {
  const tests = told([jobOf({ id: 1, result: 'failed', cloneId: 2 }), jobOf({ id: 2 })])

  expect(tests.flaky.map(({ id }) => id)).toEqual([2])
  expect(tests.counts).toMatchObject({ passed: 1, total: 1 })
})
