import type { TestClass } from '../jobs/compare/test-class.ts'
import type { ClassCounts } from './report.ts'

/** How many tests have each class. Those of `total` that are not in the list have passed. */
export function classCounts(
  list: readonly { readonly class: TestClass }[],
  total: number = list.length,
): ClassCounts {
  const count = (kind: TestClass) => list.filter((test) => test.class === kind).length
  return {
    new: count('new'),
    failed: count('failed'),
    still: count('still'),
    known: count('known'),
    'never-passed': count('never-passed'),
    fixed: count('fixed'),
    'not-run': count('not-run'),
    unfinished: count('unfinished'),
    unknown: count('unknown'),
    flaky: count('flaky'),
    soft: count('soft'),
    passed: count('passed') + total - list.length,
    total,
  }
}
