import { sql } from 'kysely'
import type { ArchiveMigration } from './migration.ts'

const distri = `
alter table scenarios add column distri text collate "C" not null default 'fedora';
alter table scenarios drop constraint scenarios_stream_flavor_arch_test_machine_key;
alter table scenarios add unique (stream, flavor, arch, test, machine, distri);`

/** A test is named by its distribution, too; and what was called `failed` is called `broken`. */
export const distriAndBroken: ArchiveMigration = {
  level: 2,
  name: 'distri-and-broken',
  // An older one would write `failed` again, and cannot read a report of schema 2.
  oldestProgram: 2,
  async up(db) {
    await sql.raw(distri).execute(db)
    await sql`update runs set verdict = 'broken' where verdict = 'failed'`.execute(db)
    await sql`update editions set verdict = 'broken' where verdict = 'failed'`.execute(db)
  },
}
