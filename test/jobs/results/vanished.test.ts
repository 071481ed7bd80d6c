import { expect, test } from 'vitest'
import type { PostOutcome } from '../../../jobs/plan/post.ts'
import { vanishedPosts } from '../../../jobs/results/vanished.ts'
import { jobOf } from '../job-of.ts'

const post = { flavor: 'Server-dvd-iso', arch: 'x86_64' }

test.each<[PostOutcome, boolean]>([
  [{ ...post, kind: 'scheduled', jobs: 2 }, true],
  [{ ...post, kind: 'found', jobs: 2 }, true],
  [{ ...post, kind: 'partial', jobs: 2, why: 'no machine' }, true],
  [{ ...post, kind: 'refused', why: 'no templates' }, false],
  [{ ...post, kind: 'unknown', why: 'no answer' }, false],
])('the post %o, of which no job is there, has vanished: %s', (outcome, vanished) => {
  expect(vanishedPosts([outcome], [])).toEqual(vanished ? [outcome] : [])
})

test('a post has vanished when all jobs are of another flavor or another arch', () => {
  const outcome: PostOutcome = { ...post, kind: 'scheduled', jobs: 2 }
  const others = [jobOf({ id: 1, ...post, arch: 'aarch64' }), jobOf({ id: 2, ...post, flavor: 'universal' })]

  expect(vanishedPosts([outcome], others)).toEqual([outcome])
  expect(vanishedPosts([outcome], [...others, jobOf({ id: 3, ...post })])).toEqual([])
})
