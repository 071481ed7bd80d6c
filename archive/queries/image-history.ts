import { sql } from 'kysely'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import { imageIdentity, type ImageKey } from '../../compose/images/image.ts'
import type { ArchiveDb } from '../schema/database.ts'
import type { LookBack } from './last-nights.ts'
import { explained } from './missing-images.ts'

/** One image on one night whose compose's images are known. */
export interface ImageNight {
  readonly run: string
  readonly date: string | null
  readonly compose: string
  /** Bytes; 0 where the metadata did not say, null where the compose did not have it. */
  readonly size: number | null
  /** What the report said of it where it was missing; null where it did not say that. */
  readonly missing: ExplainedImage | null
}

/** One image over the last nights of a stream, the latest first. Other spellings of its name count, too. */
export async function imageHistory(
  db: ArchiveDb,
  image: ImageKey,
  { stream, nights, before }: LookBack,
): Promise<readonly ImageNight[]> {
  const identity = imageIdentity(image)
  const { rows } = await sql<ImageNight>`
    with night as materialized (
      select id, date, due, compose, edition from runs
      where stream = ${stream} and due < coalesce(${before ?? null}::timestamptz, 'infinity')
        and edition is not null and exists (select from images where images.compose = runs.compose)
      order by due desc, length(id) desc, id desc limit ${nights})
    select night.id as run, date, compose,
      (select max(size) from images where images.compose = night.compose and identity = ${identity}) as size,
      (select ${explained} from missing_images
        where run = night.id and missing_images.edition = night.edition and identity = ${identity}
        order by position limit 1) as missing
    from night order by due desc, length(id) desc, id desc`.execute(db)
  return rows
}
