import { listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import { howMany, whyNotRun } from '../words/test-words.ts'
import { wrap } from './wrap.ts'

const [mostNames, mostGroups] = [8, 30]

/** Tests that did not run, by the cause and by flavor and arch. */
export function notRunLines(tests: readonly TestLine[]): readonly string[] {
  const groups = Map.groupBy(tests, (test) => withoutNumbers(causeOf(test)))
  return [...groups.values()].slice(0, mostGroups).flatMap((group) => {
    const names = listed(
      group.map(({ test }) => test),
      mostNames,
    )
    const [only] = group
    const cause = only === undefined ? '' : causeOf(only)
    const link = group.length === 1 && only?.job != null ? wrap(only.job.url, '    ') : []
    return [...wrap(`${cause} (${howMany(group)}: ${names})`, '  ', '    '), ...link]
  })
}

function causeOf(test: TestLine): string {
  return `${test.flavor} ${test.arch}: ${whyNotRun(test)}`
}

/** Reasons of one broken host differ only in the number of its worker. */
function withoutNumbers(reason: string): string {
  return reason.replaceAll(/\d+/g, '0')
}
