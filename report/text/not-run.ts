import { listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import { howMany, whyNotRun } from '../words/test-words.ts'
import { wrap } from './wrap.ts'

const mostNames = 8

/** Tests that did not run, by the cause and by flavor and arch. */
export function notRunLines(tests: readonly TestLine[]): readonly string[] {
  const groups = Map.groupBy(tests, (test) => `${test.flavor} ${test.arch}: ${whyNotRun(test)}`)
  return [...groups].flatMap(([cause, group]) => {
    const names = listed(
      group.map(({ test }) => test),
      mostNames,
    )
    const [only] = group
    const link = group.length === 1 && only?.job != null ? wrap(only.job.url, '    ') : []
    return [...wrap(`${cause} (${howMany(group)}: ${names})`, '  ', '    '), ...link]
  })
}
