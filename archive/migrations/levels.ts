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

/** Thrown where an archive has not been brought to the level of the program that reads it. */
export class ArchiveTooOld extends Error {
  override readonly name = 'ArchiveTooOld'

  constructor({ level }: ArchiveLevel, program: number) {
    super(
      `the archive is ${level === 0 ? 'empty' : `of level ${level}`}, this Nightjar reads level ${program}: ` +
        'start a worker of this version first, which brings the archive to it',
    )
  }
}

/** Lets a program of a level read an archive. @throws ProgramTooOld, ArchiveTooOld */
export async function requireReadable(db: ArchiveDb, program: number): Promise<void> {
  const found = await levelOf(db)
  if (program < found.oldestProgram) throw new ProgramTooOld(found, program)
  if (found.level < program) throw new ArchiveTooOld(found, program)
}
