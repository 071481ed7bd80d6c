import { failedClasses } from '../../jobs/compare/test-class.ts'
import { scenarioOf } from '../../jobs/results/lineage.ts'
import { hasPassed } from '../told/passed.ts'
import type { Report } from '../report.ts'

/**
 * What jobs that a person had run again came to, for the edition that follows: `since the last report: fixed
 * 2, still failing 0`. Null where nobody ordered that since the edition before.
 */
export function sinceRerun(
  previous: Pick<Report, 'at' | 'tests'>,
  now: Pick<Report, 'orders' | 'tests'>,
): string | null {
  const isRerun = now.orders.some(({ name, at }) => name === 'rerun' && at > previous.at)
  if (!isRerun) return null
  const before = new Set(previous.tests.list.filter((line) => !hasPassed(line)).map(scenarioOf))
  const after = now.tests.list.filter((line) => !hasPassed(line))
  const failing = after.filter((line) => failedClasses.includes(line.class))
  const stillNotOk = after.filter((line) => before.has(scenarioOf(line))).length
  const stillFailing = failing.filter((line) => before.has(scenarioOf(line))).length
  const newlyFailing = failing.length - stillFailing
  const counts = [
    `fixed ${before.size - stillNotOk}`,
    `still failing ${stillFailing}`,
    ...(newlyFailing > 0 ? [`newly failing ${newlyFailing}`] : []),
    ...(stillNotOk > stillFailing ? [`without a result ${stillNotOk - stillFailing}`] : []),
  ]
  return `since the last report: ${counts.join(', ')}`
}
