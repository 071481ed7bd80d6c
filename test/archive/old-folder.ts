import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes a folder as nights were archived in before there was a database. */
export interface OldFolder {
  /** Writes a value under the hash of its JSON; answers that. */
  keep(value: unknown): Promise<string>
  claim(name: string, owner: string): Promise<void>
  /** Writes a report for people, such as `nightly/rawhide/2026-11-24.json`. */
  publish(name: string, text: string): Promise<void>
}

/** A writer of such a folder. */
export function oldFolder(folder: string): OldFolder {
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    async keep(value) {
      const text = JSON.stringify(value)
      const ref = createHash('sha256').update(text).digest('hex')
      await write(`values/${ref}.json`, text)
      return ref
    },
    claim: (name, owner) => write(`claims/${encodeURIComponent(name)}`, owner),
    publish: (name, text) => write(`documents/${name}`, text),
  }
}
