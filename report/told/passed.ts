import { passedClasses } from '../../jobs/compare/test-class.ts'
import type { ClassCounts, TestLine } from '../report.ts'

/** How many tests passed, at the first try or later. */
export function passedCount(counts: ClassCounts): number {
  return passedClasses.reduce((sum, each) => sum + counts[each], 0)
}

/** That every test of a night passed. */
export function allPassed(count: number): string {
  return count === 1 ? 'the one test passed' : `all ${count} tests passed`
}

/** Whether a test passed, at the first try or later. */
export function hasPassed(test: Pick<TestLine, 'class'>): boolean {
  return passedClasses.includes(test.class)
}
