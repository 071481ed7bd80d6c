import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { ArchiveDb } from '../schema/database.ts'
import { LostValue } from './lost-value.ts'

/** The name of a kept text: its SHA-256. */
export function refOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Keeps a JSON value; the same value has the same ref, so keeping it again changes nothing but repairs a
 * damaged one.
 * @param run who needs it: while that run is open, the value is not pruned
 */
export async function keep(db: ArchiveDb, value: unknown, run: string): Promise<string> {
  const text = JSON.stringify(value)
  const ref = refOf(text)
  await keepText(db, { ref, text, at: new Date().toISOString() })
  await sql`insert into value_uses (hash, run) values (${ref}, ${run}) on conflict do nothing`.execute(db)
  return ref
}

/** Keeps a text under its ref. */
export async function keepText(
  db: ArchiveDb,
  { ref, text, at }: { readonly ref: string; readonly text: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into stored_values as known (hash, content, kept_at) values (${ref}, ${text}, ${at})
    on conflict (hash) do update set content = excluded.content, kept_at = excluded.kept_at
    where known.content <> excluded.content or known.kept_at < excluded.kept_at - interval '1 hour'`.execute(
    db,
  )
}

/** The text of a kept value, which is what was kept. @throws LostValue where it is not there, or damaged */
export async function recall(db: ArchiveDb, ref: string): Promise<string> {
  const text = await readable(db, ref)
  if (text === null) throw new LostValue(ref, 'is not in the archive')
  if (refOf(text) !== ref) throw new LostValue(ref, 'is damaged: it is not what was kept')
  return text
}

async function readable(db: ArchiveDb, ref: string): Promise<string | null> {
  try {
    const row = await db
      .selectFrom('stored_values')
      .select('content')
      .where('hash', '=', ref)
      .executeTakeFirst()
    return row?.content ?? null
  } catch (error) {
    // XX001 and XX002: a page or an index of the database is damaged.
    if (!(error instanceof DatabaseError) || !/^XX00[12]$/.test(error.code ?? '')) throw error
    throw new LostValue(ref, `is damaged: ${error.message}`)
  }
}
