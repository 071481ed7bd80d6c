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

/** The composes of a stream, the newest first. */
export function composes(
  db: ArchiveDb,
  stream: string,
  { limit = 30 }: { readonly limit?: number } = {},
): Promise<readonly ComposeLine[]> {
  return newestWhere(db, sql`stream = ${stream}`, limit)
}

/** The composes of all streams, the newest first. */
export function newestComposes(db: ArchiveDb, limit: number): Promise<readonly ComposeLine[]> {
  return newestWhere(db, sql`true`, limit)
}

async function newestWhere(
  db: ArchiveDb,
  condition: ReturnType<typeof sql>,
  limit: number,
): Promise<readonly ComposeLine[]> {
  // The images of others are not counted.
  const newest = sql`(select * from composes where ${condition} order by ${madeAt(own)} desc limit ${limit})`
  const { rows } = await sql<ComposeLine>`
    ${linesOf(newest)} order by ${madeAt({ id: sql`composes.id`, firstSeen: sql`first_seen` })} desc`.execute(
    db,
  )
  return rows
}

/** The composes of the same stream that came next to one. */
export interface ComposesBeside {
  readonly previous: string | null
  readonly next: string | null
}

/** The composes of its stream before and after one. */
export async function composesBeside(
  db: ArchiveDb,
  { id, stream, firstSeen }: Pick<ComposeLine, 'id' | 'stream' | 'firstSeen'>,
): Promise<ComposesBeside> {
  const that = madeAt({ id: sql`${id}::text`, firstSeen: sql`${firstSeen}::timestamptz` })
  const { rows } = await sql<ComposesBeside>`
    select
      (select id from composes where stream = ${stream} and ${madeAt(own)} < ${that}
        order by ${madeAt(own)} desc limit 1) as previous,
      (select id from composes where stream = ${stream} and ${madeAt(own)} > ${that}
        order by ${madeAt(own)} limit 1) as next`.execute(db)
  return rows[0] ?? { previous: null, next: null }
}

/** A compose by its id; null where no night has seen it. */
export async function composeNamed(db: ArchiveDb, id: string): Promise<ComposeLine | null> {
  const { rows } = await sql<ComposeLine>`${linesOf(all)} where composes.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The ids that end with a dash and a text, at most so many. */
export async function composesEnding(db: ArchiveDb, end: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from composes where right(id, length(${`-${end}`}::text)) = ${`-${end}`} order by id limit ${most}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

const all = sql`composes`

/** What tells when a compose was made: two columns, or two values. */
interface Made {
  readonly id: ReturnType<typeof sql>
  readonly firstSeen: ReturnType<typeof sql>
}

const own: Made = { id: sql`id`, firstSeen: sql`first_seen` }

/**
 * The date and the respin in a compose id, as a row to order by. A night that is started late sees an old
 * compose last, so the order in which they were seen is another one.
 */
function madeAt({ id, firstSeen }: Made) {
  const date = sql`coalesce(substring(${id}, '[0-9]{8}'), '')`
  const respin = sql`coalesce(substring(${id}, '[0-9]{1,9}$'), '0')::int`
  return sql`row(${date}, ${respin}, ${firstSeen}, ${id})`
}

/** Lines of a table of composes. */
function linesOf(table: ReturnType<typeof sql>) {
  return sql`
    select composes.id, composes.stream, label, state, url, first_seen as "firstSeen", last_seen as "lastSeen",
      (select count(*) from images where images.compose = composes.id) as images, tested.id as run, tested.verdict
    from ${table} as composes left join lateral (
      select id, verdict from runs where compose = composes.id and edition is not null order by due desc limit 1) as tested on true`
}
