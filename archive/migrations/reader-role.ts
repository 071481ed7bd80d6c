import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/**
 * Makes the role that may only read, and lets it read every table. Where the user may not make roles there is
 * none.
 */
export async function grantReading(db: ArchiveDb): Promise<void> {
  await sql.raw(makeRole).execute(db)
  await sql.raw(grantTables).execute(db)
}

/** Roles are of the whole server: another database's migration may make this one at the same moment. */
const makeRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'nightjar_reader') then
    create role nightjar_reader nologin;
    grant nightjar_reader to current_user;
  end if;
exception when insufficient_privilege or duplicate_object or unique_violation then null;
end $$`

const grantTables = `do $$ begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    execute format('grant usage on schema %I to nightjar_reader', current_schema());
    execute format('grant select on all tables in schema %I to nightjar_reader', current_schema());
  end if;
end $$`
