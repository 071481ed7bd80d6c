import { lastLinesOf, readPart, withFile } from '../last-lines.ts'

/** The log that the servers of a folder write. */
export interface ServerLog {
  readonly path: string
  /** Takes note of where the log ends now. */
  mark(): void
  /** Whether a start failed, since the mark, on another server that runs or was killed a moment ago. */
  tellsOfAnother(): boolean
  /** The last lines, for a person. */
  lastLines(): string
}

const another = /lock file "[^"]+" already exists|pre-existing shared memory block/

export function openServerLog(path: string): ServerLog {
  let marked = 0
  return {
    path,
    mark() {
      marked = withFile(path, (_, size) => size)
    },
    tellsOfAnother: () =>
      another.test(withFile(path, (file, size) => readPart(file, Math.min(marked, size), size))),
    lastLines: () => lastLinesOf(path),
  }
}
