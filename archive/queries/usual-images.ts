import { sql } from 'kysely'
import type { ImageKey } from '../../compose/images/image.ts'
import type { ArchiveDb } from '../schema/database.ts'
import type { LookBack } from './last-nights.ts'

/** An image that composes of a stream had, in its newest spelling. */
export interface UsualImage extends ImageKey {
  /** The key under which images of different composes are the same. */
  readonly identity: string
  /** Composes that had it, of how many. */
  readonly seen: number
  readonly of: number
  /** The last compose that had it, and how many bytes it was there. */
  readonly lastCompose: string
  readonly size: number
}

/** The images of the last composes of a stream that were tested, the most usual first. */
export async function usualImages(db: ArchiveDb, look: LookBack): Promise<readonly UsualImage[]> {
  const { stream, nights, before = null } = look
  const { rows } = await sql<UsualImage>`
    with last as materialized (
      select compose, due from runs
      where stream = ${stream} and due < coalesce(${before}::timestamptz, 'infinity') and edition is not null
        and exists (select from images where images.compose = runs.compose)
      order by due desc limit ${nights})
    select distinct on (identity) identity, subvariant, type, arch, size, compose as "lastCompose",
      count(*) over (partition by identity) as seen, (select count(*) from last) as of
    from (
      select distinct on (identity, last.compose) images.*, due
      from last join images on images.compose = last.compose
      order by identity, last.compose, size desc) as image
    order by identity, due desc`.execute(db)
  return rows.toSorted(({ seen: a }, { seen: b }) => b - a)
}
