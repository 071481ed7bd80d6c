import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { VerdictInput } from '../../jobs/results/verdict-input.ts'
import { numberedJob } from './numbered-job.ts'

const post = { flavor: 'Server-dvd-iso', arch: 'x86_64' }
const kde = { subvariant: 'KDE', type: 'live', arch: 'x86_64', why: 'no such image' }

/** A compose of which all is well. */
export const good: VerdictInput = {
  posts: [{ ...post, kind: 'scheduled', jobs: 2 }],
  jobs: buildJobs([numberedJob(1), numberedJob(2)]),
  images: { missing: [] },
  end: 'settled',
}

/** What is otherwise, the verdict, and its reasons as a report gives them. */
export const verdictCases: readonly (readonly [string, Partial<VerdictInput>, string, readonly string[]])[] =
  [
    ['all tests passed', {}, 'passed', ['all 2 tests passed']],
    [
      'a soft failure is a pass, and named',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'softfailed' })]) },
      'passed',
      ['all 2 tests passed', '1 test soft failed, which counts as passed: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a failed test',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'failed' })]) },
      'failed',
      ['1 test of 2 failed: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'what a failed test takes along is no failure of its own, and named',
      {
        jobs: buildJobs([
          numberedJob(1, { result: 'failed' }),
          numberedJob(2, { state: 'cancelled', result: 'skipped' }),
        ]),
      },
      'failed',
      [
        '1 test of 2 failed: test_1 (Server-dvd-iso x86_64)',
        '1 test did not run, because another test did not pass: test_2 (Server-dvd-iso x86_64)',
      ],
    ],
    [
      'a test that was skipped although nothing failed',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'parallel_failed' })]) },
      'degraded',
      ['1 test did not run, because another test did not pass: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a blocking image is missing',
      { images: { missing: [{ ...kde, blocking: true }] } },
      'failed',
      ['1 image missing that a release needs: KDE live x86_64', 'all 2 tests passed'],
    ],
    [
      'another image is missing',
      { images: { missing: [{ ...kde, blocking: false }] } },
      'degraded',
      ['1 image missing that a release can do without: KDE live x86_64', 'all 2 tests passed'],
    ],
    [
      'a test ended incomplete',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'incomplete' })]) },
      'degraded',
      ['1 test ended incomplete, which says nothing about the compose: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a result that nobody knows yet',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'transcended' })]) },
      'degraded',
      ['1 test ended with a result that Nightjar does not know: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a person stopped a test',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { state: 'cancelled', result: 'user_cancelled' })]) },
      'degraded',
      ['1 test got cancelled before the end: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'openQA refused one of two posts',
      {
        posts: [...good.posts, { flavor: 'universal', arch: 'x86_64', kind: 'refused', why: 'no templates' }],
      },
      'degraded',
      ['openQA refused universal x86_64: no templates', 'all 2 tests passed'],
    ],
    [
      'openQA made only some of the tests of a post',
      { posts: [{ ...post, kind: 'partial', jobs: 2, why: 'base_x: no machine' }] },
      'degraded',
      [
        'openQA made only some of the tests of Server-dvd-iso x86_64: base_x: no machine',
        'all 2 tests passed',
      ],
    ],
    [
      'the outcome of a post never became known',
      { posts: [...good.posts, { flavor: 'universal', arch: 'x86_64', kind: 'unknown', why: 'no answer' }] },
      'degraded',
      ['it is not known whether universal x86_64 was posted: no answer', 'all 2 tests passed'],
    ],
    [
      'posted tests are gone',
      { posts: [...good.posts, { flavor: 'universal', arch: 'x86_64', kind: 'scheduled', jobs: 9 }] },
      'degraded',
      ['the tests of universal x86_64 were posted, but are gone', 'all 2 tests passed'],
    ],
    [
      'nothing was scheduled',
      { posts: [], jobs: buildJobs([]), end: 'nothing-scheduled' },
      'unknown: nothing-scheduled',
      ['nothing was scheduled in openQA'],
    ],
    [
      'tests had not ended at the deadline',
      {
        jobs: buildJobs([numberedJob(1), numberedJob(2, { state: 'running', result: 'none' })]),
        end: 'deadline',
      },
      'unknown: unfinished',
      ['1 test of 2 had not ended in time: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a test that runs on while it is restarted has not ended, whatever its result',
      {
        jobs: buildJobs([numberedJob(1), numberedJob(2, { state: 'running', result: 'user_restarted' })]),
        end: 'deadline',
      },
      'unknown: unfinished',
      ['1 test of 2 had not ended in time: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'a test was restarted and its second try was not seen',
      {
        jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'failed', cloneId: 7 })]),
        end: 'deadline',
      },
      'unknown: unfinished',
      ['1 test of 2 had not ended in time: test_2 (Server-dvd-iso x86_64)'],
    ],
    [
      'openQA could not be reached',
      { end: 'unreachable' },
      'unknown: unreachable',
      ['openQA could not be reached, so the final results are not known', 'all 2 tests passed'],
    ],
    [
      'openQA could not be reached after a test had failed',
      { jobs: buildJobs([numberedJob(1), numberedJob(2, { result: 'failed' })]), end: 'unreachable' },
      'failed',
      [
        '1 test of 2 failed: test_2 (Server-dvd-iso x86_64)',
        'openQA could not be reached, so the final results are not known',
      ],
    ],
    [
      'no test ran to its end',
      { jobs: buildJobs([numberedJob(1, { result: 'incomplete' })]) },
      'unknown: nothing-ran',
      ['1 test ended incomplete, which says nothing about the compose: test_1 (Server-dvd-iso x86_64)'],
    ],
    [
      'a test passed when it was tried again',
      {
        jobs: buildJobs([
          numberedJob(1, { result: 'failed', cloneId: 2 }),
          numberedJob(2, { test: 'test_1' }),
        ]),
      },
      'passed',
      ['the one test passed', 'flaky, passed only when tried again: test_1 (Server-dvd-iso x86_64)'],
    ],
  ]
