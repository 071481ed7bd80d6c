import { sql } from 'kysely'
import type { ArchiveMigration } from './migration.ts'

const orders = `
create table orders (
  run text collate "C" not null references runs,
  id text collate "C" not null,
  name text not null,
  at timestamptz not null,
  by text,
  why text,
  asked text not null,
  became text not null,
  primary key (run, id)
);

create table acceptances (
  run text collate "C" not null references runs,
  "order" text collate "C" not null,
  kind text not null,
  name text collate "C" not null,
  stream text collate "C" not null,
  modules jsonb not null,
  by text,
  why text not null,
  at timestamptz not null,
  until date,
  primary key (run, "order", kind, name)
);
create index acceptances_by_stream on acceptances (stream, until);`

/** What people ordered of nights, and which failures they took out of the verdict. */
export const ordersOfPeople: ArchiveMigration = {
  level: 3,
  name: 'orders',
  // It only adds: one of level 2 knows no orders, and its nights take none.
  oldestProgram: 2,
  async up(db) {
    await sql.raw(orders).execute(db)
  },
}
