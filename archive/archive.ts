import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readIfThere, writeFirst, writeWhole } from './folder.ts'

/** The name of a kept value: the hash of its content. It is what crosses an activity's border in place of the value. */
export type Ref = string

/** What a night leaves behind, in one folder that every worker of a task queue shares. */
export interface Archive {
  /** Keeps a JSON value; the same value has the same ref, so keeping it again changes nothing. */
  keep(value: unknown): Promise<Ref>
  /** The text of a kept value; throws where the ref is not in this archive. */
  recall(ref: Ref): Promise<string>
  /** Makes `owner` the one that acts for `name`, unless another already is; answers who it is. */
  claim(name: string, owner: string): Promise<string>
  /** Who acts for `name`; null where nobody does yet. */
  claimed(name: string): Promise<string | null>
  /** Makes a name stand for a kept value from now on. */
  point(name: string, ref: Ref): Promise<void>
  /** The kept value that a name stands for; null where it stands for none. */
  pointedAt(name: string): Promise<Ref | null>
  /** Puts a document where a person finds it, under `documents/`; answers its absolute path. */
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
