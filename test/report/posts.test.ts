import { expect, test } from 'vitest'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { postsOf } from '../../report/posts.ts'
import { jobOf } from '../jobs/job-of.ts'

const posts: readonly PostOutcome[] = [
  { kind: 'scheduled', flavor: 'a', arch: 'x86_64', jobs: 1 },
  { kind: 'found', flavor: 'b', arch: 'x86_64', jobs: 1 },
  { kind: 'partial', flavor: 'c', arch: 'x86_64', jobs: 1, why: 'no machine' },
  { kind: 'refused', flavor: 'd', arch: 'x86_64', why: 'no template' },
  { kind: 'unknown', flavor: 'e', arch: 'x86_64', why: 'no answer' },
]
const jobs = buildJobs(['b', 'c'].map((flavor, id) => jobOf({ id, flavor })))

test('posts are told by what became of them, and those that openQA took are counted', () => {
  expect(postsOf({ outcome: 'tested', posts, jobs })).toEqual({
    done: 3,
    refused: [{ flavor: 'd', arch: 'x86_64', why: 'no template' }],
    unknown: [{ flavor: 'e', arch: 'x86_64', why: 'no answer' }],
    partial: [{ flavor: 'c', arch: 'x86_64', why: 'no machine' }],
    vanished: [{ flavor: 'a', arch: 'x86_64', why: expect.stringMatching(/openQA/) }],
  })
})

test('nothing has vanished where the wait for the tests did not end', () => {
  expect(postsOf({ outcome: 'unfinished-tests', posts, jobs }).vanished).toEqual([])
})
