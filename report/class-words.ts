import type { TestClass } from '../jobs/compare/test-class.ts'

/** The words for the tests of one class, in every rendering. */
export interface ClassWords {
  /** Head of its section. */
  readonly heading: string
  /** After the number of its tests, where they are only counted; what a failure of openQA is called there. */
  readonly short: string
  /** The rule, for the documentation. */
  readonly when: string
}

/** The one table of the classes of tests, in the order of a report. */
export const classWords: Readonly<Record<TestClass, ClassWords>> = {
  new: {
    heading: 'NEW',
    short: 'new',
    when:
      'it failed, and the last time it ran it passed, or failed in other modules; or it still fails after its ' +
      'acceptance ended',
  },
  failed: {
    heading: 'FAILED',
    short: 'failed',
    when: 'it failed, and there is no night before, or nobody could ask for it',
  },
  still: {
    heading: 'STILL FAILING',
    short: 'still failing',
    when: 'it failed, the last time it ran in the same modules, and it passed in the last 30 nights',
  },
  known: { heading: 'KNOWN', short: 'known', when: 'it failed, and a comment on its job names a bug' },
  'never-passed': {
    heading: 'NEVER PASSED',
    short: 'never passed',
    when: 'it failed, and in the last 30 nights it never passed',
  },
  fixed: {
    heading: 'FIXED',
    short: 'fixed',
    when: 'it passed at the first try, and failed the last time it ran',
  },
  'not-run': {
    heading: 'NOT RUN',
    short: 'not run',
    when:
      'its job ended incomplete, skipped or cancelled, or it has no job tonight though it had one on most of the ' +
      'last 20 nights',
  },
  unfinished: {
    heading: 'UNFINISHED',
    short: 'unfinished',
    when: 'it had not ended when the report was made',
  },
  unknown: {
    heading: 'UNKNOWN',
    short: 'unknown',
    when: 'openQA gives it a state or result that Nightjar does not know',
  },
  flaky: { heading: 'FLAKY', short: 'flaky', when: 'it passed, but only when it was tried again' },
  soft: {
    heading: 'SOFT FAILED, which counts as passed',
    short: 'soft failed',
    when: 'it failed softly at the first try: openQA counts that as passed',
  },
  passed: { heading: 'PASSED', short: 'passed', when: 'it passed, and nothing else is to say' },
}
