import { exportArchive } from '../../archive/dump/export-archive.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { fill } from './filled.ts'
import { freshArchive } from './fresh-database.ts'

/** An archive with a row in every table. */
export async function filled(): Promise<ArchiveDb> {
  const { db } = await freshArchive()
  await fill(db)
  return db
}

/** The lines of an export. */
export async function exported(db: ArchiveDb): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of exportArchive(db)) lines.push(line)
  return lines
}

/** Lines as they come from a file. */
export async function* linesFrom(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
