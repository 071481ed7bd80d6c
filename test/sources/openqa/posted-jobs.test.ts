import { expect, test } from 'vitest'
import { marker, markerSetting } from '../../../jobs/plan/marker.ts'
import type { Post } from '../../../jobs/plan/post.ts'
import { postedJobs } from '../../../sources/openqa/posted-jobs.ts'
import { openQa } from '../../../clients/openqa/openqa.ts'

const build = 'Fedora-Rawhide-20261124.n.0'
const scope = { flavor: 'Server-dvd-iso', arch: 'x86_64' }
const mine = marker({ build, ...scope, generation: 1, run: 'a' })
const before = marker({ build, ...scope, generation: 1, run: 'b' })
const post: Post = { ...scope, settings: { BUILD: build, [markerSetting]: mine } }

test.each([
  ['cancelled by a person', ['cancelled user_cancelled', 'done user_cancelled']],
  ['cancelled with the jobs that they need', ['done user_cancelled', 'cancelled skipped']],
  ['cancelled with the jobs that run beside them', ['cancelled user_cancelled', 'cancelled parallel_failed']],
  ['obsoleted', ['cancelled obsoleted', 'done obsoleted']],
])('jobs of another that are all %s do not count as a post', async (_, ends) => {
  expect(await postedJobs(serverWith(ends, before), post)).toBe(null)
  expect(await postedJobs(serverWith(ends, ''), post)).toBe(null)
})

test.each([
  ['that a person cancelled', ['cancelled user_cancelled', 'cancelled skipped']],
  ['that openQA obsoleted', ['cancelled obsoleted']],
])('jobs of this very run %s are its post: it is not made again', async (_, ends) => {
  expect(await postedJobs(serverWith(ends, mine), post)).toEqual({
    kind: 'scheduled',
    ...scope,
    jobs: ends.length,
  })
})

test.each([
  ['runs', 'running none'],
  ['waits', 'scheduled none'],
  ['failed', 'done failed'],
  ['could not run, since the job that it needs failed', 'done skipped'],
])('one job that %s beside cancelled ones counts as a post', async (_, end) => {
  const ends = ['cancelled user_cancelled', end, 'cancelled skipped']

  expect(await postedJobs(serverWith(ends, before), post)).toEqual({ kind: 'found', ...scope, jobs: 1 })
  expect(await postedJobs(serverWith(ends, mine), post)).toEqual({ kind: 'scheduled', ...scope, jobs: 1 })
})

test('of cancelled jobs of this run and later ones of another, the later ones are found', async () => {
  const jobs = [...jobsThat(['cancelled user_cancelled'], mine), ...jobsThat(['running none'], '', 100)]

  expect(await postedJobs(answering(jobs), post)).toEqual({ kind: 'found', ...scope, jobs: 1 })
})

test('a finished job still counts if a later try of it was cancelled', async () => {
  const jobs = [...jobsThat(['done passed'], before), ...jobsThat(['cancelled user_cancelled'], before, 100)]

  expect(await postedJobs(answering(jobs), post)).toEqual({ kind: 'found', ...scope, jobs: 1 })
})

function serverWith(ends: readonly string[], marked: string) {
  return answering(jobsThat(ends, marked))
}

function answering(jobs: readonly object[]) {
  return { ...openQa({ url: 'http://127.0.0.1:1' }), jobsOf: async () => ({ jobs }) }
}

function jobsThat(ends: readonly string[], marked: string, first = 1): readonly object[] {
  return ends.map((end, at) => {
    const [state, result] = end.split(' ')
    const settings = { FLAVOR: scope.flavor, ARCH: scope.arch, MACHINE: '64bit', BUILD: build }
    const own = marked === '' ? {} : { [markerSetting]: marked }
    return { id: first + at, test: `test_${at}`, state, result, settings: { ...settings, ...own } }
  })
}
