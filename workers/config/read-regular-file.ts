import { readFileSync, statSync } from 'node:fs'

/** Reads a text file. A pipe could make the reader wait for ever. @throws Error, also for what is no file */
export function readRegularFile(path: string): string {
  if (!statSync(path).isFile()) throw new Error('it is not a regular file')
  return readFileSync(path, 'utf8')
}
