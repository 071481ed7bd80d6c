import type { Stream } from '../../compose/naming/stream.ts'
import { lineOfVersion, searchedLines } from '../../compose/streams/searched-lines.ts'
import type { StreamLine } from '../../compose/streams/stream-line.ts'
import { UsageError } from '../exit-code.ts'

/** The lines that `nightjar find` knows: the streams of the configuration, and those without nights. */
export function linesToSearch(streams: readonly StreamLine[]): readonly StreamLine[] {
  return [...streams, ...searchedLines.filter(({ name }) => streams.every((line) => line.name !== name))]
}

/** A release that a person typed. @throws UsageError */
export function readVersion(text: string): string {
  if (/^[1-9]\d{0,3}(?:\.\d{1,3})?$/.test(text)) return text
  throw new UsageError(
    `expected the number of a release such as 43, not ${JSON.stringify(text.slice(0, 60))}`,
  )
}

/** The lines, one of them of a release that is named. @throws UsageError where its composes have none */
export function ofRelease(
  lines: readonly StreamLine[],
  stream: Stream,
  release: string | undefined,
): readonly StreamLine[] {
  if (release === undefined) return lines
  const version = readVersion(release)
  return lines.map((line) => {
    if (line.name !== stream) return line
    const named = lineOfVersion(line, version)
    if (named) return named
    throw new UsageError(`the composes of ${stream} have no release in their ids`)
  })
}
