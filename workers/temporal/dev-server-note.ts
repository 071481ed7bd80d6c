import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where a Temporal server is that nothing names. */
export const usualAddress = '127.0.0.1:7233'

const note = z.object({ address: z.string(), ui: z.string(), pid: z.int().optional() })

/**
 * Where the embedded Temporal of a folder listens and which process started it, written to a file for others.
 */
export type DevServerNote = z.output<typeof note>

/** Writes the note; returns a function that deletes it. */
export function leaveNote(folder: string, { address, ui }: Omit<DevServerNote, 'pid'>): () => void {
  writeFileSync(noteFile(folder), JSON.stringify({ address, ui, pid: process.pid }))
  return () => rmSync(noteFile(folder), { force: true })
}

/** The note of a folder; null if there is none. After a crash the note can be stale. */
export function readNote(folder: string): DevServerNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(noteFile(folder), 'utf8')))
  } catch {
    return null
  }
}

/** The file of the note. */
export function noteFile(folder: string): string {
  return join(folder, 'temporal.json')
}
