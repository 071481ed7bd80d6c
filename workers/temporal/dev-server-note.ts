import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const note = z.object({ address: z.string(), ui: z.string() })

/** Where the embedded Temporal of a folder listens, written to a file for other processes. */
export type DevServerNote = z.output<typeof note>

/** Writes the note; returns a function that deletes it. */
export function leaveNote(folder: string, { address, ui }: DevServerNote): () => void {
  writeFileSync(path(folder), JSON.stringify({ address, ui }))
  return () => rmSync(path(folder), { force: true })
}

/** The note of a folder; null if there is none. After a crash the note can be stale. */
export function readNote(folder: string): DevServerNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(path(folder), 'utf8')))
  } catch {
    return null
  }
}

function path(folder: string): string {
  return join(folder, 'temporal.json')
}
