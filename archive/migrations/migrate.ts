import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import { Migrator } from 'kysely/migration'
import { connect, type ConnectOptions } from '../connection/connect.ts'
import { allMigrations } from './all-migrations.ts'
import { levelOf, ProgramTooOld } from './levels.ts'
import type { ArchiveMigration } from './migration.ts'
import { grantReading } from './reader-role.ts'

/** What a migration did. */
export interface Migrated {
  readonly level: number
  /**
   * The names of the steps that were made now; empty where the archive was there already, or is of a newer
   * program.
   */
  readonly made: readonly string[]
}

/**
 * Brings the archive to this program's level. Any number of processes may do so at once: one does, the others
 * wait and find nothing to do. An archive that a newer program migrated is left as it is.
 * @throws ProgramTooOld where the newer archive does not bear this program; ArchiveAway
 */
export async function migrate(
  options: ConnectOptions,
  migrations: readonly ArchiveMigration[] = allMigrations,
): Promise<Migrated> {
  // A step may take long on a large archive, and so may waiting for another process that makes one.
  const { db, close } = connect({ ...options, connections: 1, statementMs: 0 })
  try {
    return await db.connection().execute((one) => lockedly(one, () => migrateAlone(one, migrations)))
  } finally {
    await close()
  }
}

/** The program's level: that of its last migration. */
export function programLevel(migrations: readonly ArchiveMigration[] = allMigrations): number {
  return Math.max(0, ...migrations.map(({ level }) => level))
}

/** Holds a lock of this database that its end, also that of the process, gives back. */
async function lockedly<Result>(db: ArchiveDb, act: () => Promise<Result>): Promise<Result> {
  await sql`set lock_timeout = '10min'`.execute(db)
  await sql`select pg_advisory_lock(hashtext('nightjar migration'))`.execute(db)
  return act()
}

async function migrateAlone(db: ArchiveDb, migrations: readonly ArchiveMigration[]): Promise<Migrated> {
  const before = await levelOf(db)
  const program = programLevel(migrations)
  if (program < before.oldestProgram) throw new ProgramTooOld(before, program)
  if (program < before.level) return { level: before.level, made: [] }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations.map(asKysely)) },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  const made = results.map(({ migrationName }) => migrationName)
  await grantReading(db)
  return { level: program, made }
}

/** A step writes down its level in the transaction that makes it. */
function asKysely({ level, name, oldestProgram, up }: ArchiveMigration) {
  const migration = {
    async up(db: ArchiveDb) {
      await up(db)
      await sql`insert into levels (level, name, oldest_program) values (${level}, ${name}, ${oldestProgram})`.execute(
        db,
      )
    },
  }
  return [`${String(level).padStart(4, '0')}-${name}`, migration] as const
}
