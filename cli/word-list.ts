import { InvalidArgumentError } from 'commander'
import { commaList } from '../compose/images/image-filter.ts'

/** Reads a list of an option: `x86_64,aarch64`. An empty list would mean all, which nobody asked for. */
export function wordList(text: string): readonly string[] {
  const words = commaList(text)
  if (words.length > 0) return words
  throw new InvalidArgumentError('expected at least one word')
}
