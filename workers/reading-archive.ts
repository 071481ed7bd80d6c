import type { ArchiveReader } from '../archive/archive-reader.ts'
import type { Settings } from './config/config.ts'
import { withUrl } from './archive-place.ts'

/** An archive that is open for reading only, as long as it is used. */
export interface ReadingArchive {
  readonly archive: ArchiveReader
  /** @throws ArchiveAway, ProgramTooOld, ArchiveTooOld */
  readonly requireReadable: () => Promise<void>
}

/** More than a page needs at once; readers of other pages wait their turn. */
const connections = 8
/** A page that takes longer is of no use. */
const statementMs = 10_000

/**
 * Uses the archive for as long as `use` takes, whether or not it answers at the beginning. Null where no
 * database is named and none is in the folder.
 */
export async function useArchive<Answer>(
  settings: Settings,
  use: (reading: ReadingArchive) => Promise<Answer>,
): Promise<Answer | null> {
  const { connectReading } = await import('../archive/connection/connect.ts')
  const { requireReadable } = await import('../archive/migrations/levels.ts')
  const { programLevel } = await import('../archive/migrations/migrate.ts')
  const { archiveReader } = await import('../archive/postgres-archive.ts')
  return withUrl(settings, async (url) => {
    const { db, close } = connectReading({ url, name: 'nightjar web', connections, statementMs })
    await using _ = { [Symbol.asyncDispose]: close }
    return await use({
      archive: archiveReader(db),
      requireReadable: () => requireReadable(db, programLevel()),
    })
  })
}
