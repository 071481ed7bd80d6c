import { Argument } from 'commander'
import type { Stream } from '../../compose/naming/stream.ts'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import { linesOf } from '../../workers/config/streams.ts'
import { UsageError } from '../exit-code.ts'
import type { ConfigOption } from '../options.ts'

/** The argument `<stream>`. */
export function streamArgument(): Argument {
  const names = builtInLines.map((line) => line.name).join(', ')
  return new Argument('<stream>', `${names}, or one of the configuration`)
}

/** The stream a word names. @throws UsageError that lists the streams, and what else may be named. */
export function readStream(
  word: string,
  lines: readonly StreamLine[],
  others: readonly string[] = [],
): Stream {
  const line = lines.find(({ name }) => name === word)
  if (line) return line.name
  const names = [...lines.map(({ name }) => name), ...others].join(', ')
  throw new UsageError(`expected a stream (${names}), not ${JSON.stringify(word.slice(0, 60))}`)
}

/** The streams of the configuration, the built-in ones among them. */
export async function knownLines({ config }: ConfigOption): Promise<readonly StreamLine[]> {
  const { loadConfig } = await import('../../workers/config/config.ts')
  return linesOf(loadConfig(config))
}
