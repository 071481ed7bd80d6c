import { standings, type Standing } from '../jobs/results/standing.ts'

/** The words for tests with one standing, in every report. They are openQA's words if it has some. */
export interface StandingWords {
  /** Head of a column: `not run`. */
  readonly column: string
  /** After a number, in a subject: `4 not run`. */
  readonly short: string
  /** Head of a section of the mail. */
  readonly heading: string
  /** After `4 tests`, in a reason of the verdict. */
  readonly sentence: string
}

/** The words for each standing. Passed and soft failed tests share a column. */
export const standingWords: Readonly<Record<Standing, StandingWords>> = {
  passed: { column: 'passed', short: 'passed', heading: 'PASSED', sentence: 'passed' },
  softfailed: {
    column: 'passed',
    short: 'soft failed',
    heading: 'SOFT FAILED, which counts as passed',
    sentence: 'soft failed, which counts as passed',
  },
  failed: { column: 'failed', short: 'failed', heading: 'FAILED', sentence: 'failed' },
  broken: {
    column: 'incomplete',
    short: 'incomplete',
    heading: 'INCOMPLETE, which says nothing about the compose',
    sentence: 'ended incomplete, which says nothing about the compose',
  },
  skipped: {
    column: 'not run',
    short: 'not run',
    heading: 'NOT RUN, because another test did not pass',
    sentence: 'did not run, because another test did not pass',
  },
  stopped: {
    column: 'cancelled',
    short: 'cancelled',
    heading: 'CANCELLED before the end',
    sentence: 'got cancelled before the end',
  },
  unfinished: {
    column: 'unfinished',
    short: 'unfinished',
    heading: 'UNFINISHED',
    sentence: 'had not ended in time',
  },
  unknown: {
    column: 'unknown',
    short: 'unknown',
    heading: 'UNKNOWN, with a result that Nightjar does not know',
    sentence: 'ended with a result that Nightjar does not know',
  },
}

/** The columns of a table of tests, each with the standings that it counts. */
export const standingColumns: readonly (readonly [string, readonly Standing[]])[] = [
  ...Map.groupBy(standings, (standing) => standingWords[standing].column),
]
