import { connect } from '../archive/connection/connect.ts'
import { migrate } from '../archive/migrations/migrate.ts'
import type { NightArchive } from '../archive/night-archive.ts'
import { postgresArchive } from '../archive/postgres-archive.ts'

/** An archive that is open, and how to close it. */
export interface OpenArchive extends AsyncDisposable {
  readonly archive: NightArchive
}

/** Opens the archive for a worker, and first brings it to this program's level. @throws ArchiveAway, ProgramTooOld */
export async function openArchive(url: string): Promise<OpenArchive> {
  await migrate({ url })
  const { db, close } = connect({ url, name: 'nightjar worker' })
  return { archive: postgresArchive(db), [Symbol.asyncDispose]: close }
}
