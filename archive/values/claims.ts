import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/** Whether the run of this workflow id exists; `unknown` where Temporal cannot be asked now. */
export type RunExists = (owner: string) => Promise<boolean | 'unknown'>

/** Thrown where nobody can tell now whether the owner of a claim still exists. Asking again later helps. */
class ClaimUndecided extends Error {
  override readonly name = 'ClaimUndecided'

  constructor(name: string, owner: string) {
    super(`${name} is claimed by ${owner}, and nobody can say now whether that run exists`)
  }
}

/**
 * Makes `owner` the one that acts for `name`, unless another already is; answers who it is. A claim without
 * an owner is taken over, and so is one of a run that neither exists nor has left a report in this archive.
 * @throws ClaimUndecided
 */
export async function claim(
  db: ArchiveDb,
  name: string,
  owner: string,
  exists: RunExists = async () => true,
): Promise<string> {
  for (;;) {
    if (await claimFirst(db, name, owner)) return owner
    const before = await claimed(db, name)
    if (before === owner) return owner
    // Given up between the two questions: it can be had now.
    if (before === null) continue
    if (!(await isForsaken(db, name, before, exists))) return before
    if (await takeOver(db, name, { before, owner })) return owner
  }
}

/** Who acts for `name`; null where nobody does. */
export async function claimed(db: ArchiveDb, name: string): Promise<string | null> {
  const row = await db.selectFrom('claims').select('owner').where('name', '=', name).executeTakeFirst()
  return row?.owner ?? null
}

async function claimFirst(db: ArchiveDb, name: string, owner: string): Promise<boolean> {
  const { rows } = await sql`
    insert into claims (name, owner, at) values (${name}, ${owner}, now())
    on conflict do nothing returning name`.execute(db)
  return rows.length > 0
}

async function isForsaken(db: ArchiveDb, name: string, owner: string, exists: RunExists): Promise<boolean> {
  if (owner === '') return true
  const reported = await db
    .selectFrom('editions')
    .select('number')
    .where('run', '=', owner)
    .limit(1)
    .executeTakeFirst()
  if (reported !== undefined) return false
  const there = await exists(owner)
  if (there === 'unknown') throw new ClaimUndecided(name, owner)
  return !there
}

/** Only one of those that saw the same owner takes its place. */
async function takeOver(
  db: ArchiveDb,
  name: string,
  { before, owner }: { readonly before: string; readonly owner: string },
): Promise<boolean> {
  const { rows } = await sql`
    update claims set owner = ${owner}, at = now() where name = ${name} and owner = ${before} returning name`.execute(
    db,
  )
  return rows.length > 0
}
