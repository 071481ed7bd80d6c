import type { ArchiveDb } from '../schema/database.ts'

/**
 * One step of the schema. Steps expand it first; a later one, once no old program runs any more, contracts
 * it.
 */
export interface ArchiveMigration {
  /** 1 for the first; a program is of the level of the last migration that it has. */
  readonly level: number
  /** What it does, as a file name says it: `first-tables`. */
  readonly name: string
  /** The oldest level of a program that may run once this step was made: 1 for a step that only adds. */
  readonly oldestProgram: number
  readonly up: (db: ArchiveDb) => Promise<void>
}
