import { readFileSync, statSync } from 'node:fs'

/** No file that a person writes is larger. */
const usualLimit = 2 ** 20

/**
 * Reads a text file of a person. A pipe could make the reader wait for ever.
 * @throws Error, also for what is no file, or too large
 */
export function readRegularFile(path: string, limit = usualLimit): string {
  const file = statSync(path)
  if (!file.isFile()) throw new Error('it is not a regular file')
  if (file.size > limit) throw new Error(`it has ${file.size} bytes, more than ${limit}`)
  return readFileSync(path, 'utf8')
}
