import type { ComposeId } from '../naming/compose-id.ts'
import type { ReleaseWord } from '../naming/releases.ts'
import type { Stream } from '../naming/stream.ts'
import { isOfClass, type ComposeClass } from '../places/compose-class.ts'

/** Which release the composes of a stream are of, where their ids have a number. */
export type StreamRelease = ReleaseWord | number

/** A line of composes that is tested: how its composes are named, and where they are. */
export interface StreamLine {
  readonly name: Stream
  /** How reports name it. `<version>` stands for the version of its compose. */
  readonly title: string
  /** How reports name it as long as the version is not known. */
  readonly untitled: string
  readonly composes: ComposeClass
  /** Null if the ids have no number, such as those of Rawhide. */
  readonly release: StreamRelease | null
}

/** The stream of a compose. Null if it is of none of them. */
export function lineOf(id: ComposeId, lines: readonly StreamLine[]): StreamLine | null {
  return lines.find(({ composes }) => isOfClass(id, composes)) ?? null
}

/** How a report names a stream. The version may not be known, and the stream no longer configured. */
export function titleOf(stream: Stream, version: string | null, lines: readonly StreamLine[]): string {
  const line = lines.find(({ name }) => name === stream)
  if (line === undefined) return stream
  return version === null ? line.untitled : line.title.replace('<version>', version)
}

/** The stream with a name. @throws Error if there is none */
export function lineNamed(name: Stream, lines: readonly StreamLine[]): StreamLine {
  const line = lines.find((each) => each.name === name)
  if (line) return line
  throw new Error(
    `no stream ${name} is configured: the streams are ${lines.map((each) => each.name).join(', ')}`,
  )
}
