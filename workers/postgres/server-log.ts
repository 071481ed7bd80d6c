import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** The log that servers of a folder write, from one of their starts on. */
export interface ServerLog {
  readonly path: string
  /** What is written from here on is of interest. */
  mark(): void
  /** Whether the start failed on what another server, running or just killed, has not left yet. */
  tellsOfAnother(): boolean
  /** The last lines, for a person. */
  lastLines(): string
}

const another = /lock file "[^"]+" already exists|pre-existing shared memory block/

export function openServerLog(path: string): ServerLog {
  let from = 0
  const text = () => readFrom(path, from)
  const log: ServerLog = {
    path,
    mark() {
      from = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    },
    tellsOfAnother: () => another.test(text()),
    lastLines: () =>
      text()
        .trim()
        .split('\n')
        .slice(-8)
        .map((line) => `  ${line}`)
        .join('\n'),
  }
  log.mark()
  return log
}

function readFrom(path: string, position: number): string {
  const file = openSync(path, 'a+')
  try {
    const buffer = Buffer.alloc(Math.min(Math.max(fstatSync(file).size - position, 0), 65_536))
    return buffer.toString('utf8', 0, readSync(file, buffer, { position }))
  } finally {
    closeSync(file)
  }
}
