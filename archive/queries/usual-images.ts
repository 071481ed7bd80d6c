import { sql } from 'kysely'
import type { Image } from '../../compose/images/image.ts'
import type { UsualImage } from '../../compose/images/usual-image.ts'
import type { ArchiveDb } from '../schema/database.ts'
import type { LookBack } from './last-nights.ts'

/** The images of the last composes of a stream that were tested, the most usual first. */
export async function usualImages(db: ArchiveDb, look: LookBack): Promise<readonly UsualImage[]> {
  const { stream, nights, before = null } = look
  const { rows } = await sql<UsualImage>`
    with last as materialized (
      select compose, due, id from runs
      where stream = ${stream} and due < coalesce(${before}::timestamptz, 'infinity') and edition is not null
        and exists (select from images where images.compose = runs.compose)
      order by due desc, id desc limit ${nights})
    select distinct on (identity) identity, subvariant, type, arch, size, compose as "lastCompose",
      count(*) over (partition by identity) as seen, (select count(*) from last) as of
    from (
      select distinct on (identity, last.compose) images.*, due, last.id
      from last join images on images.compose = last.compose
      order by identity, last.compose, size desc) as image
    order by identity, due desc, id desc`.execute(db)
  return rows.toSorted(({ seen: a }, { seen: b }) => b - a)
}

/** The images of one compose; none where the archive does not know them. */
export async function imagesOf(db: ArchiveDb, compose: string): Promise<readonly Image[]> {
  const { rows } = await sql<Image>`
    select subvariant, type, format, arch, variant, path, size, disc from images
    where compose = ${compose} order by path`.execute(db)
  return rows
}
