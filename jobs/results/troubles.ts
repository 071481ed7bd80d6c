import type { MissingImage } from '../../compose/expected/expected.ts'
import { imageName } from '../../compose/images/image.ts'
import { counted, listed } from '../counted.ts'
import type { AwaitEnd, Evidence } from './evidence.ts'
import type { Job } from './job.ts'
import type { PostOutcome } from '../plan/post.ts'
import { standing, type Standing } from './standing.ts'
import { testNames } from './test-names.ts'
import { vanishedPosts } from './vanished.ts'

/** Everything that forbids a pass, one sentence each, the gravest first; empty where all is well. */
export function troubles(evidence: Evidence): readonly string[] {
  const { images, posts } = evidence
  const jobs = evidence.jobs.latest
  return [
    ...about(jobs, 'failed', (count) => `${count} of ${jobs.length} failed`),
    ...missing(
      images.missing.filter(({ blocking }) => blocking),
      'a release needs',
    ),
    ...waiting(jobs, evidence.end),
    ...about(jobs, 'broken', (count) => `${count} broke off, which says nothing about the compose`),
    ...about(jobs, 'skipped', (count) => `${count} did not run because another did not pass`),
    ...about(jobs, 'stopped', (count) => `${count} got stopped before the end`),
    ...about(jobs, 'unknown', (count) => `${count} ended in a way not known here: a person must look`),
    ...posts.flatMap(unposted),
    ...vanishedPosts(posts, jobs).map(
      ({ flavor, arch }) => `the tests of ${flavor} ${arch} were posted and are gone`,
    ),
    ...missing(
      images.missing.filter(({ blocking }) => !blocking),
      'a release can do without',
    ),
  ]
}

/** How the wait ended, where it did not end well. */
function waiting(jobs: readonly Job[], end: AwaitEnd): readonly string[] {
  const open = about(jobs, 'unfinished', (count) => `${count} of ${jobs.length} had not ended`)
  if (end === 'unreachable') return ['openQA could not be reached, so its last word is not known', ...open]
  if (jobs.length > 0) return open
  return [
    end === 'nothing-scheduled' ? 'nothing was scheduled in openQA' : 'openQA has no tests of this compose',
  ]
}

function about(jobs: readonly Job[], kind: Standing, sentence: (count: string) => string): readonly string[] {
  const some = standing(jobs, kind)
  if (some.length === 0) return []
  return [`${sentence(counted(some.length, 'test'))}: ${listed(testNames(some))}`]
}

function missing(images: readonly MissingImage[], which: string): readonly string[] {
  if (images.length === 0) return []
  return [`${counted(images.length, 'image')} missing that ${which}: ${listed(images.map(imageName))}`]
}

function unposted(post: PostOutcome): readonly string[] {
  const name = `${post.flavor} ${post.arch}`
  switch (post.kind) {
    case 'refused':
      return [`openQA refused ${name}: ${post.why}`]
    case 'partial':
      return [`openQA made only some of the tests of ${name}: ${post.why}`]
    case 'unknown':
      return [`whether ${name} was posted is not known: ${post.why}`]
    case 'scheduled':
    case 'found':
      return []
    default:
      return post satisfies never
  }
}
