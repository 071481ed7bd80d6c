import type { ComparedTest } from '../compare/compared-test.ts'
import { failedClasses, passedClasses, type TestClass } from '../compare/test-class.ts'

/** The tests with one of some classes. */
export function testsOfClass(
  tests: readonly ComparedTest[],
  ...classes: readonly TestClass[]
): readonly ComparedTest[] {
  return tests.filter((test) => classes.includes(test.class))
}

/** How many required tests passed. */
export interface RequiredTally {
  readonly passed: number
  readonly of: number
}

/** How many of the required tests passed, at the first try or later. */
export function requiredTally(tests: readonly ComparedTest[]): RequiredTally {
  const required = tests.filter((test) => test.required)
  return { passed: testsOfClass(required, ...passedClasses).length, of: required.length }
}

/** The required tests that failed, without those that a person accepted. */
export function requiredFailures(tests: readonly ComparedTest[]): readonly ComparedTest[] {
  return testsOfClass(tests, ...failedClasses).filter(
    ({ required, accepted }) => required && accepted === null,
  )
}

/** Failures that are new, or may be, and that nobody accepted. */
export function newFailures(tests: readonly ComparedTest[]): readonly ComparedTest[] {
  return testsOfClass(tests, 'new', 'failed').filter(({ accepted }) => accepted === null)
}

/** Tests that did not run, without those whose missing image a person accepted. */
export function notRunTests(tests: readonly ComparedTest[]): readonly ComparedTest[] {
  return testsOfClass(tests, 'not-run').filter(({ accepted }) => accepted === null)
}
