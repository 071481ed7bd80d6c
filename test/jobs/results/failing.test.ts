import { expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { failingOf, type FailingJobs } from '../../../jobs/results/failing.ts'
import { lookAt } from '../../../jobs/results/settled.ts'
import { jobOf } from '../job-of.ts'

const openqa = 'https://openqa.example.org'

function failingIn(list: readonly ReturnType<typeof jobOf>[]): FailingJobs {
  const jobs = buildJobs(list)
  return failingOf(jobs, lookAt(jobs), openqa)
}

test('are the newest jobs that ended and are not ok, by the names of their tests', () => {
  const flavor = 'Server-dvd-iso'
  const failing = failingIn([
    jobOf({ id: 1, test: 'base_selinux', flavor, result: 'failed' }),
    jobOf({ id: 2, test: 'base_update_cli', flavor, result: 'passed' }),
    jobOf({ id: 3, test: 'install_btrfs', flavor, state: 'running', result: 'none' }),
  ])

  expect(failing).toEqual({
    openqa,
    count: 1,
    first: [
      {
        id: 1,
        test: 'base_selinux',
        flavor,
        arch: 'x86_64',
        scenario: 'Server-dvd-iso x86_64 base_selinux@64bit',
      },
    ],
  })
})

test('are counted all, and named the first ten', () => {
  const list = Array.from({ length: 12 }, (_, nth) =>
    jobOf({ id: nth + 1, test: `base_${nth}`, result: 'failed' }),
  )

  const { count, first } = failingIn(list)

  expect(count).toBe(12)
  expect(first.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
