import { existsSync } from 'node:fs'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Garbled } from '../../compose/garbled.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { keepText, refOf } from '../values/keep.ts'
import { filesOf, type OldFile, type SkippedFile } from './old-files.ts'
import { inOrder, noteReport, noteValue, type OldIndex } from './old-index.ts'
import { takeReport } from './take-report.ts'

/** What was taken over from the folder that archived nights before there was a database. */
export interface FolderImport {
  readonly values: number
  readonly claims: number
  readonly editions: number
  /** Files that are damaged or cannot be read; everything else was taken. */
  readonly skipped: readonly SkippedFile[]
}

/**
 * Takes over an old folder (`values/`, `documents/`, `claims/`), once; null where that was done before, and
 * where there is no such folder. One that was interrupted is done again from the start, which changes nothing
 * that is there. Pointers are not taken: the archive finds the baseline.
 * @param at ISO
 */
export async function importFolder(db: ArchiveDb, folder: string, at: string): Promise<FolderImport | null> {
  if (!existsSync(folder)) return null
  const name = await realpath(folder)
  const done = await db
    .selectFrom('imported_folders')
    .select('at')
    .where('folder', '=', name)
    .executeTakeFirst()
  if (done !== undefined) return null
  const skipped: SkippedFile[] = []
  const skip = (file: SkippedFile) => void skipped.push(file)
  const index: OldIndex = { jobs: new Map(), plans: new Map(), reports: new Map() }
  // What people read goes before what was kept beside it.
  for await (const file of filesOf(name, 'documents', skip)) noteDocument(index, file, skip)
  let [values, claims, editions] = [0, 0, 0]
  for await (const file of filesOf(name, 'values', skip)) values += await takeValue(db, index, file, skip)
  for await (const file of filesOf(name, 'claims', skip)) claims += await takeClaim(db, file, skip)
  for (const { path } of inOrder(index)) editions += await takeEdition(db, index, { name, path }, skip)
  const imported = { values, claims, editions, skipped }
  await db
    .insertInto('imported_folders')
    .values({ folder: name, at, report: JSON.stringify(imported) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return imported
}

type Skip = (file: SkippedFile) => void

function noteDocument(index: OldIndex, file: OldFile, skip: Skip): void {
  try {
    if (!noteReport(index, file)) skip({ path: file.path, why: 'it is no report of schema 1' })
  } catch {
    skip({ path: file.path, why: 'it is no JSON' })
  }
}

async function takeValue(db: ArchiveDb, index: OldIndex, file: OldFile, skip: Skip): Promise<number> {
  const { path, name, text, writtenAt } = file
  const ref = name.replace(/\.json$/, '')
  if (refOf(text) !== ref) {
    skip({ path, why: 'it is damaged: its name is not the hash of what is in it' })
    return 0
  }
  await keepText(db, { ref, text, at: writtenAt })
  noteValue(index, ref, file)
  return 1
}

async function takeClaim(
  db: ArchiveDb,
  { path, name, text, writtenAt }: OldFile,
  skip: Skip,
): Promise<number> {
  const claim = decoded(name)
  if (claim === null || text === '' || text.includes('\u0000')) {
    skip({ path, why: 'it is empty or damaged: nobody owns the claim' })
    return 0
  }
  await sql`
    insert into claims (name, owner, at) values (${claim}, ${text}, ${writtenAt})
    on conflict do nothing`.execute(db)
  return 1
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

async function takeEdition(
  db: ArchiveDb,
  index: OldIndex,
  { name, path }: { readonly name: string; readonly path: string },
  skip: Skip,
): Promise<number> {
  try {
    await takeReport(db, index, await readFile(join(name, path), 'utf8'))
    return 1
  } catch (error) {
    if (!(error instanceof Garbled)) throw error
    skip({ path, why: error.message })
    return 0
  }
}
