import { join } from 'node:path'
import { connect } from '../archive/connection/connect.ts'
import { migrate } from '../archive/migrations/migrate.ts'
import type { NightArchive } from '../archive/night-archive.ts'
import { importFolder, type FolderImport } from '../archive/old-folder/import-folder.ts'
import { postgresArchive } from '../archive/postgres-archive.ts'

/** An archive that is open, and how to close it. */
export interface OpenArchive extends AsyncDisposable {
  readonly archive: NightArchive
}

/** Where nights were archived before there was a database, and how to say that they were taken over. */
export interface OldNights {
  readonly folder: string
  readonly say: (line: string) => void
}

/**
 * Opens the archive for a worker, and first brings it to this program's level. The nights in the folder of an
 * older program are taken over once. @throws ArchiveAway, ProgramTooOld
 */
export async function openArchive(url: string, old?: OldNights): Promise<OpenArchive> {
  await migrate({ url })
  await using stack = new AsyncDisposableStack()
  const { db } = stack.adopt(connect({ url, name: 'nightjar worker' }), ({ close }) => close())
  if (old !== undefined) {
    const folder = join(old.folder, 'archive')
    const imported = await importFolder(db, folder, new Date().toISOString())
    if (imported !== null) old.say(inWords(folder, imported))
  }
  const kept = stack.move()
  return { archive: postgresArchive(db), [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

function inWords(folder: string, { values, claims, editions, skipped }: FolderImport): string {
  const taken = `archive: took over ${editions} reports, ${values} values and ${claims} claims from ${folder}`
  const left = skipped.map(({ path, why }) => `; left ${path}: ${why}`)
  return `${taken}${left.join('')}`
}
