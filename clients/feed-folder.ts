import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClientFailure } from './failure.ts'

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
    await rm(half, { force: true })
    throw failed(folder, cause)
  }
}

/** Whether files can be written into the folder; none is. @throws ClientFailure `garbled` */
export async function probeFeeds(folder: string): Promise<string> {
  try {
    await access(folder, constants.W_OK | constants.X_OK)
    return `${folder} can be written`
  } catch (cause) {
    throw failed(folder, cause)
  }
}

/** A person can correct it, and then what waits is written. */
function failed(folder: string, cause: unknown): ClientFailure {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new ClientFailure('garbled', service, `${folder} cannot be used: ${why}`, { cause })
}
