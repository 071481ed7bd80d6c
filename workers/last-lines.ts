import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const lastBytes = 4_096

/** The last eight lines of a log file, for a person. */
export function lastLinesOf(path: string): string {
  const end = withFile(path, (file, size) => readPart(file, Math.max(0, size - lastBytes), size))
  const lines = end.trim().split('\n').slice(-8)
  return lines.map((line) => `  ${line}`).join('\n')
}

/** Uses an open file and its size in bytes. A file that is not there, as a person deleted it, is made. */
export function withFile<T>(path: string, use: (file: number, size: number) => T): T {
  const file = openSync(path, 'a+')
  try {
    return use(file, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}

/** The bytes of an open file from one place to another, as text. */
export function readPart(file: number, from: number, to: number): string {
  const buffer = Buffer.alloc(to - from)
  return buffer.toString('utf8', 0, readSync(file, buffer, { position: from }))
}
