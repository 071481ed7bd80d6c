import { UsageError } from '../exit-code.ts'

/**
 * Reads ids of openQA's jobs: numbers, lists with commas, or the addresses that reports have.
 * @throws UsageError
 */
export function readJobIds(words: readonly string[]): readonly number[] {
  return words.flatMap((word) => word.split(',')).map(readJobId)
}

function readJobId(word: string): number {
  const [, digits = ''] = /^(?:https?:\/\/.+\/tests\/)?#?(\d{1,15})(?:[#?].*)?$/.exec(word.trim()) ?? []
  const id = Number(digits)
  if (id > 0) return id
  throw new UsageError(`expected the id of a job in openQA, not ${JSON.stringify(word.slice(0, 60))}`)
}
