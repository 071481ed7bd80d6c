import { Argument } from 'commander'
import { isStream, streams, type Stream } from '../../compose/naming/stream.ts'
import { UsageError } from '../exit-code.ts'

/** The argument `<stream>`. */
export function streamArgument(): Argument {
  return new Argument('<stream>', streams.join(' or '))
}

/** The stream a word names. @throws UsageError that lists the streams. */
export function readStream(word: string): Stream {
  if (isStream(word)) return word
  throw new UsageError(
    `expected a stream (${streams.join(' or ')}), not ${JSON.stringify(word.slice(0, 60))}`,
  )
}
