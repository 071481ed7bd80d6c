import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/**
 * What an archive has been through: its level, and the oldest program that may run on it. Both are 0 for an
 * empty one.
 */
export interface ArchiveLevel {
  readonly level: number
  readonly oldestProgram: number
}

/** Thrown where a program is too old for an archive. Nothing was changed. */
export class ProgramTooOld extends Error {
  override readonly name = 'ProgramTooOld'

  constructor({ level, oldestProgram }: ArchiveLevel, program: number) {
    super(
      `the archive is of level ${level} and needs a Nightjar of level ${oldestProgram} or newer, this one is of level ${program}: ` +
        'install the version that the other workers run (nothing was changed)',
    )
  }
}

/** The level of an archive, as the migrations wrote it down. */
export async function levelOf(db: ArchiveDb): Promise<ArchiveLevel> {
  const { rows: tables } = await sql<{
    there: boolean
  }>`select to_regclass('levels') is not null as there`.execute(db)
  if (tables[0]?.there !== true) return { level: 0, oldestProgram: 0 }
  const { rows } = await sql<ArchiveLevel>`
    select coalesce(max(level), 0) as level, coalesce(max(oldest_program), 0) as "oldestProgram" from levels`.execute(
    db,
  )
  return rows[0] ?? { level: 0, oldestProgram: 0 }
}

/**
 * Whether a program of a level can read an archive: `empty` and `older` want a worker of this version to be
 * started first.
 */
export function readiness(
  { level, oldestProgram }: ArchiveLevel,
  program: number,
): 'empty' | 'older' | 'ready' | 'too-new' {
  if (level === 0) return 'empty'
  if (program < oldestProgram) return 'too-new'
  return level < program ? 'older' : 'ready'
}
