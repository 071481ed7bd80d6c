import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClientFailure, WrongConfiguration } from './failure.ts'

const service = 'Atom'

/** What a file of the folder has; null where there is none. @throws ClientFailure `garbled` */
export async function readFeed(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, name), 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw failed(folder, cause)
  }
}

/** Replaces a file whole: who reads it gets the old one or the new one. @throws ClientFailure `garbled` */
export async function writeFeed(folder: string, name: string, text: string): Promise<void> {
  const half = join(folder, `.${name}.${randomUUID()}`)
  try {
    await using file = await open(half, 'wx', 0o644)
    await file.writeFile(text)
    await file.sync()
    await rename(half, join(folder, name))
  } catch (cause) {
    // What failed first is told.
    await rm(half, { force: true }).catch(() => {})
    throw failed(folder, cause)
  }
}

/** Whether files can be written into the folder; none is. @throws ClientFailure `garbled` */
export async function probeFeeds(folder: string): Promise<string> {
  try {
    // A slash at the end: a file is none.
    await access(join(folder, '/'), constants.W_OK | constants.X_OK)
    return `${folder} can be written`
  } catch (cause) {
    throw failed(folder, cause)
  }
}

/** Where the configuration names what is no folder for feeds. */
const mistakes = new Map([
  ['ENOENT', 'it is not there'],
  ['ENOTDIR', 'it is no folder'],
  ['EACCES', 'it may not be written to'],
  ['EPERM', 'it may not be written to'],
  ['EROFS', 'its disk is read-only'],
])

/** A person can correct it, and then what waits is written. */
function failed(folder: string, thrown: unknown): ClientFailure {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const mistake = mistakes.get(code)
  // The rest of Node's words is the name of a file that nobody knows.
  const why = mistake ?? (thrown instanceof Error ? thrown.message.replace(/, .*/s, '') : String(thrown))
  const words = `${folder} cannot be used: ${why}`
  const advice = 'look at this folder and its disk'
  if (mistake === undefined) return new ClientFailure('garbled', service, words, { cause: thrown, advice })
  const todo = 'correct folder in the table [atom], or make it one that the workers may write to'
  const cause = new WrongConfiguration(why, { cause: thrown })
  return new ClientFailure('garbled', service, `${words}; ${todo}`, { cause })
}
