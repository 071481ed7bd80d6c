import type { Scenario } from '../jobs/results/lineage.ts'
import type { Report } from './report.ts'
import { linesOf } from './tests.ts'

/** The composes between which the newest failures began, and the tests that failed. */
interface Window {
  readonly from: string
  readonly to: string
  readonly tests: readonly Scenario[]
}

/**
 * Where to look for the cause of the new failures: between the compose on which most of them last passed and
 * tonight's. Null where nothing fails anew, or nothing of it passed before.
 */
export function blameWindowOf({ tests, compose }: Pick<Report, 'tests' | 'compose'>): Window | null {
  if (compose === null) return null
  const groups = Map.groupBy(
    linesOf(tests, 'new').filter(({ lastPassed }) => lastPassed !== null),
    ({ lastPassed }) => lastPassed,
  )
  const [largest] = [...groups].toSorted(([, one], [, other]) => other.length - one.length)
  const [from, broken] = largest ?? []
  return from == null || broken === undefined ? null : { from, to: compose.id, tests: broken }
}
