import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

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
const lastBytes = 4_096

export function openServerLog(path: string): ServerLog {
  let marked = 0
  return {
    path,
    mark() {
      marked = withFile(path, (_, size) => size)
    },
    tellsOfAnother: () =>
      another.test(withFile(path, (file, size) => read(file, Math.min(marked, size), size))),
    lastLines() {
      const end = withFile(path, (file, size) => read(file, Math.max(0, size - lastBytes), size))
      const lines = end.trim().split('\n').slice(-8)
      return lines.map((line) => `  ${line}`).join('\n')
    },
  }
}

function withFile<T>(path: string, use: (file: number, size: number) => T): T {
  // Opened for appending it is there also when a person has deleted it.
  const file = openSync(path, 'a+')
  try {
    return use(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}

function read(file: number, from: number, to: number): string {
  const buffer = Buffer.alloc(to - from)
  return buffer.toString('utf8', 0, readSync(file, buffer, { position: from }))
}
