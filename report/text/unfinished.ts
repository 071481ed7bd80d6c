import { minuteOf } from '../minute.ts'
import type { TestLine } from '../report.ts'
import { nameOf, testBlocks } from './test-blocks.ts'
import { wrap } from './wrap.ts'

/** The tests that had not ended, and until when Nightjar waits for them. */
export function unfinishedLines(tests: readonly TestLine[], watchedUntil: string | null): readonly string[] {
  const wait =
    watchedUntil === null
      ? 'Nightjar does not wait any longer.'
      : `Nightjar waits until ${minuteOf(watchedUntil)}, and then amends this report.`
  return [...wrap(wait, '  ', '  '), ...testBlocks(tests, block)]
}

function block(test: TestLine): readonly string[] {
  const { job } = test
  return [
    ...wrap(`${nameOf(test)}: ${job?.state ?? 'no job'}`, '  ', '    '),
    ...(job === null ? [] : wrap(job.url, '    ')),
  ]
}
