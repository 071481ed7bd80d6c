import type { MissingImage } from '../compose/expected/expected.ts'
import { imageName } from '../compose/images/image.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'
import { jobsThat, type BuildJobs } from '../jobs/results/build-jobs.ts'
import { flakyJobs } from '../jobs/results/flaky.ts'
import type { Job } from '../jobs/results/job.ts'
import type { Standing } from '../jobs/results/standing.ts'
import { vanishedPosts } from '../jobs/results/vanished.ts'
import type { AwaitEnd, VerdictInput } from '../jobs/results/verdict-input.ts'
import { counted, listed } from './counted.ts'
import { standingWords } from './standing-words.ts'

/** A sentence for each reason of a verdict, the most serious first, then remarks on what is well. */
export function reasonsOf(input: VerdictInput): readonly string[] {
  return [...troubles(input), ...remarks(input)]
}

function troubles({ images, posts, jobs, end }: VerdictInput): readonly string[] {
  return [
    ...about(jobs, 'failed', ` of ${jobs.latest.length}`),
    ...missing(
      images.missing.filter(({ blocking }) => blocking),
      'a release needs',
    ),
    ...waiting(jobs, end),
    ...about(jobs, 'broken'),
    ...about(jobs, 'skipped'),
    ...about(jobs, 'stopped'),
    ...about(jobs, 'unknown'),
    ...posts.flatMap(unposted),
    ...vanishedPosts(posts, jobs.latest).map(
      ({ flavor, arch }) => `the tests of ${flavor} ${arch} were posted, but are gone`,
    ),
    ...missing(
      images.missing.filter(({ blocking }) => !blocking),
      'a release can do without',
    ),
  ]
}

function remarks({ jobs }: VerdictInput): readonly string[] {
  const ok = jobsThat(jobs, 'passed', 'softfailed')
  const flaky = flakyJobs(jobs)
  return [
    ...(ok.length > 0 && ok.length === jobs.latest.length ? [allPassed(ok.length)] : []),
    ...(flaky.length > 0 ? [`flaky, passed only when tried again: ${listed(testNames(flaky))}`] : []),
    ...about(jobs, 'softfailed'),
  ]
}

/** How the wait ended, if it did not end well. */
function waiting(jobs: BuildJobs, end: AwaitEnd): readonly string[] {
  const open = about(jobs, 'unfinished', ` of ${jobs.latest.length}`)
  if (end === 'unreachable')
    return ['openQA could not be reached, so the final results are not known', ...open]
  if (jobs.latest.length > 0) return open
  return [
    end === 'nothing-scheduled' ? 'nothing was scheduled in openQA' : 'openQA has no tests of this compose',
  ]
}

function about(jobs: BuildJobs, kind: Standing, of = ''): readonly string[] {
  const some = jobsThat(jobs, kind)
  if (some.length === 0) return []
  return [`${counted(some.length, 'test')}${of} ${standingWords[kind].sentence}: ${listed(testNames(some))}`]
}

/** The jobs by name: `install_default_upload (Server-dvd-iso x86_64)`. */
function testNames(jobs: readonly Job[]): readonly string[] {
  return jobs.map(({ test, flavor, arch }) => `${test} (${flavor} ${arch})`)
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
      return [`it is not known whether ${name} was posted: ${post.why}`]
    case 'scheduled':
    case 'found':
      return []
    default:
      return post satisfies never
  }
}

function allPassed(count: number): string {
  return count === 1 ? 'the one test passed' : `all ${count} tests passed`
}
