import type { ArchiveReader } from '../archive/archive-reader.ts'

/** An archive that is open for reading only. */
export interface ReadingArchive extends AsyncDisposable {
  readonly archive: ArchiveReader
  /** @throws ArchiveAway, ProgramTooOld, ArchiveTooOld */
  readonly requireReadable: () => Promise<void>
}

/** More than a page needs at once; readers of other pages wait their turn. */
const connections = 8
/** A page that takes longer is of no use. */
const statementMs = 10_000

/** Opens the archive at a URL, whether or not it answers now. */
export async function readingArchive(url: string): Promise<ReadingArchive> {
  const { connectReading } = await import('../archive/connection/connect.ts')
  const { requireReadable } = await import('../archive/migrations/levels.ts')
  const { programLevel } = await import('../archive/migrations/migrate.ts')
  const { archiveReader } = await import('../archive/postgres-archive.ts')
  const { db, close } = connectReading({ url, name: 'nightjar web', connections, statementMs })
  return {
    archive: archiveReader(db),
    requireReadable: () => requireReadable(db, programLevel()),
    [Symbol.asyncDispose]: close,
  }
}
