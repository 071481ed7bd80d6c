import { exportArchive } from '../archive/dump/export-archive.ts'
import { importArchive, type Imported } from '../archive/dump/import-archive.ts'
import { prune, type Pruned } from '../archive/upkeep/prune.ts'
import { changeDatabase, readDatabase } from './archive-place.ts'
import type { Settings } from './config/config.ts'

/**
 * Hands the lines of the whole archive to `take`, and answers what that does; null where no database is
 * named.
 */
export function exportFrom<Answer>(
  settings: Settings,
  take: (lines: AsyncIterable<string>) => Promise<Answer>,
): Promise<Answer | null> {
  return readDatabase(settings, (db) => take(exportArchive(db)))
}

/** Puts the lines of an export into the archive, all or none; null where no database is named. */
export function importInto(settings: Settings, lines: AsyncIterable<string>): Promise<Imported | null> {
  return changeDatabase(settings, (db) => importArchive(db, lines))
}

/** Takes away what is older than the configuration says; null where no database is named. */
export function pruneNow(settings: Settings): Promise<Pruned | null> {
  const { values_days: valuesDays, jobs_days: jobsDays, heard_days: heardDays } = settings.archive
  return changeDatabase(settings, (db) =>
    prune(db, { valuesDays, jobsDays, heardDays }, new Date().toISOString()),
  )
}
