import { counted, listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import { wrap } from './wrap.ts'

const mostNames = 8

/** Tests that did not run, by the cause and by flavor and arch. */
export function notRunLines(tests: readonly TestLine[]): readonly string[] {
  const groups = Map.groupBy(tests, (test) => `${test.flavor} ${test.arch}: ${causeOf(test)}`)
  return [...groups].flatMap(([cause, group]) => {
    const names = listed(
      group.map(({ test }) => test),
      mostNames,
    )
    const [only] = group
    const link = group.length === 1 && only?.job != null ? wrap(only.job.url, '    ') : []
    return [...wrap(`${cause} (${counted(group.length, 'test')}: ${names})`, '  ', '    '), ...link]
  })
}

function causeOf({ job, absence }: TestLine): string {
  if (job === null) return absence
  switch (job.standing) {
    case 'broken':
      return `ended ${job.result}${job.reason === '' ? '' : `, ${job.reason}`}`
    case 'stopped':
      return 'cancelled before the end'
    case 'skipped':
      return 'skipped, because another test did not pass'
    case 'passed':
    case 'softfailed':
    case 'failed':
    case 'unfinished':
    case 'unknown':
      return `ended ${job.result}`
    default:
      return job.standing satisfies never
  }
}
