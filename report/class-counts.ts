import type { TestClass } from '../jobs/compare/test-class.ts'
import type { ClassCounts } from './report.ts'

/** How many tests have each class. Those of `total` that are not in the list have passed. */
export function classCounts(
  list: readonly { readonly class: TestClass }[],
  total: number = list.length,
): ClassCounts {
  const counts: Record<TestClass | 'total', number> = {
    new: 0,
    failed: 0,
    still: 0,
    known: 0,
    'never-passed': 0,
    fixed: 0,
    'not-run': 0,
    unfinished: 0,
    unknown: 0,
    flaky: 0,
    soft: 0,
    passed: Math.max(0, total - list.length),
    total: Math.max(total, list.length),
  }
  for (const test of list) counts[test.class]++
  return counts
}
