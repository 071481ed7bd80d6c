/**
 * How a test stands beside the nights before; each test of a night has exactly one class. The rules are in
 * `docs/verdicts.md`.
 */
export const testClasses = [
  'new',
  'failed',
  'still',
  'known',
  'never-passed',
  'fixed',
  'not-run',
  'unfinished',
  'unknown',
  'flaky',
  'soft',
  'passed',
] as const

/** One of {@link testClasses}. */
export type TestClass = (typeof testClasses)[number]

/** Classes of tests that failed. */
export const failedClasses: readonly TestClass[] = ['new', 'failed', 'still', 'known', 'never-passed']

/** Classes of tests that passed, some of them not at once. */
export const passedClasses: readonly TestClass[] = ['passed', 'fixed', 'flaky', 'soft']
