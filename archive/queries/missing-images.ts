import { sql } from 'kysely'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import type { ArchiveDb } from '../schema/database.ts'

/** A row of `missing_images` as JSON. */
export const explained = sql`json_build_object(
  'subvariant', subvariant, 'type', type, 'arch', arch, 'blocking', blocking, 'why', why,
  'koji', case when task is not null then json_build_object(
    'task', task, 'method', method, 'state', state, 'url', url, 'fault', fault) end)`

/** The expected images that an edition misses, in the order of its report. */
export async function missingOf(
  db: ArchiveDb,
  run: string,
  edition: number,
): Promise<readonly ExplainedImage[]> {
  const { rows } = await sql<{ image: ExplainedImage }>`
    select ${explained} as image from missing_images
    where run = ${run} and edition = ${edition} order by position`.execute(db)
  return rows.map(({ image }) => image)
}
