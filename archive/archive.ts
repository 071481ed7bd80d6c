import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readIfThere, writeFirst, writeWhole } from './folder.ts'

/** The name of a kept value: the hash of its content. Activities exchange it in place of the value. */
export type Ref = string

/** What nights keep, in one folder that all workers of a task queue share. */
export interface Archive {
  /** Keeps a JSON value. The same value has the same ref, so keeping it again changes nothing. */
  keep(value: unknown): Promise<Ref>
  /** The text of a kept value. @throws Error if the ref is not in this archive. */
  recall(ref: Ref): Promise<string>
  /** Makes `owner` the owner of `name` unless it already has one; returns the owner. */
  claim(name: string, owner: string): Promise<string>
  /** The owner of `name`; null if it has none yet. */
  claimed(name: string): Promise<string | null>
  /** Points a name at a kept value. */
  point(name: string, ref: Ref): Promise<void>
  /** The kept value that a name points at; null if it points at none. */
  pointedAt(name: string): Promise<Ref | null>
  /** Writes a document for people, under `documents/`; returns its absolute path. */
  publish(path: string, text: string): Promise<string>
  /** The absolute path that a document has, or will have. */
  whereIs(path: string): string
}

/** The archive in a folder, which need not exist yet. */
export function folderArchive(folder: string): Archive {
  return {
    async keep(value) {
      const text = JSON.stringify(value)
      const ref = createHash('sha256').update(text).digest('hex')
      await writeWhole(folder, `values/${ref}.json`, text)
      return ref
    },
    async recall(ref) {
      const text = /^[0-9a-f]{64}$/.test(ref) ? await readIfThere(folder, `values/${ref}.json`) : null
      if (text !== null) return text
      throw new Error(`${ref} is not in the archive ${folder}; do all workers of the task queue share it?`)
    },
    async claim(name, owner) {
      if (await writeFirst(folder, claimAt(name), owner)) return owner
      return (await readIfThere(folder, claimAt(name))) ?? owner
    },
    claimed: (name) => readIfThere(folder, claimAt(name)),
    async point(name, ref) {
      await writeWhole(folder, pointerAt(name), ref)
    },
    pointedAt: (name) => readIfThere(folder, pointerAt(name)),
    publish: (path, text) => writeWhole(folder, documentAt(path), text),
    whereIs: (path) => join(folder, documentAt(path)),
  }
}

function documentAt(path: string): string {
  return `documents/${path}`
}

function claimAt(name: string): string {
  return `claims/${encodeURIComponent(name)}`
}

function pointerAt(name: string): string {
  return `pointers/${encodeURIComponent(name)}`
}
