import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/** A compose that was seen, and the run that tested it. */
export interface ComposeLine {
  readonly id: string
  readonly stream: string
  readonly label: string | null
  readonly state: string
  readonly url: string
  readonly firstSeen: string
  readonly lastSeen: string
  /** Images that the archive knows of it. */
  readonly images: number
  /** Null where it was not tested. */
  readonly run: string | null
  readonly verdict: string | null
}

/** The composes of a stream, the last that came first. */
export async function composes(
  db: ArchiveDb,
  stream: string,
  { limit = 30 }: { readonly limit?: number } = {},
): Promise<readonly ComposeLine[]> {
  const { rows } = await sql<ComposeLine>`
    ${linesOf(all)} where composes.stream = ${stream} order by first_seen desc, composes.id desc limit ${limit}`.execute(
    db,
  )
  return rows
}

/** The composes of all streams, the last that came first. */
export async function newestComposes(db: ArchiveDb, limit: number): Promise<readonly ComposeLine[]> {
  const newest = sql`(select * from composes order by first_seen desc, id desc limit ${limit})`
  const { rows } = await sql<ComposeLine>`
    ${linesOf(newest)} order by first_seen desc, composes.id desc`.execute(db)
  return rows
}

/** The composes of the same stream that came next to one. */
export interface ComposesBeside {
  readonly previous: string | null
  readonly next: string | null
}

/** The composes of its stream that came before and after one; of some that came at once, by their ids. */
export async function composesBeside(
  db: ArchiveDb,
  { id, stream, firstSeen }: Pick<ComposeLine, 'id' | 'stream' | 'firstSeen'>,
): Promise<ComposesBeside> {
  const { rows } = await sql<ComposesBeside>`
    select
      (select id from composes where stream = ${stream} and (first_seen, id) < (${firstSeen}::timestamptz, ${id})
        order by first_seen desc, id desc limit 1) as previous,
      (select id from composes where stream = ${stream} and (first_seen, id) > (${firstSeen}::timestamptz, ${id})
        order by first_seen, id limit 1) as next`.execute(db)
  return rows[0] ?? { previous: null, next: null }
}

/** A compose by its id; null where no night has seen it. */
export async function composeNamed(db: ArchiveDb, id: string): Promise<ComposeLine | null> {
  const { rows } = await sql<ComposeLine>`${linesOf(all)} where composes.id = ${id}`.execute(db)
  return rows[0] ?? null
}

const all = sql`composes`

/** Lines of a table of composes. */
function linesOf(table: ReturnType<typeof sql>) {
  return sql`
    select composes.id, composes.stream, label, state, url, first_seen as "firstSeen", last_seen as "lastSeen",
      (select count(*) from images where images.compose = composes.id) as images, tested.id as run, tested.verdict
    from ${table} as composes left join lateral (
      select id, verdict from runs where compose = composes.id and edition is not null order by due desc limit 1) as tested on true`
}
