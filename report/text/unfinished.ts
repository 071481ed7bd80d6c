import type { TestLine } from '../report.ts'
import { waitWords } from '../words/test-words.ts'
import { nameOf, testBlocks } from './test-blocks.ts'
import { wrap } from './wrap.ts'

/** The tests that had not ended, and until when Nightjar waits for them. */
export function unfinishedLines(tests: readonly TestLine[], watchedUntil: string | null): readonly string[] {
  return [...wrap(waitWords(watchedUntil), '  ', '  '), ...testBlocks(tests, block)]
}

function block(test: TestLine): readonly string[] {
  const { job } = test
  return [
    ...wrap(`${nameOf(test)}: ${job?.state ?? 'no job'}`, '  ', '    '),
    ...(job === null ? [] : wrap(job.url, '    ')),
  ]
}
