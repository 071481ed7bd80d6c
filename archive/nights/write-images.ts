import { sql } from 'kysely'
import { imageIdentity, type Image } from '../../compose/images/image.ts'
import type { NeededImage } from '../../compose/expected/missing-images.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { storableRows } from '../schema/storable.ts'

/** Writes the images of a compose; those that are known stay as they are. */
export async function writeImages(db: ArchiveDb, compose: string, images: readonly Image[]): Promise<void> {
  if (images.length === 0) return
  const rows = images.map((image) => ({
    ...image,
    identity: imageIdentity(image),
    size: wholeNumber(image.size, Number.MAX_SAFE_INTEGER),
    disc: wholeNumber(image.disc, 1000),
  }))
  await sql`
    insert into images (compose, path, identity, subvariant, type, format, arch, variant, disc, size)
    select ${compose}, path, identity, subvariant, type, format, arch, variant, disc, size
    from json_to_recordset(${storableRows(rows)}::json) as given
      (path text, identity text, subvariant text, type text, format text, arch text, variant text, disc int, size int8)
    on conflict do nothing`.execute(db)
}

/** The metadata may hold any number, and one strange image must not keep a night out of the archive. */
function wholeNumber(value: number, most: number): number {
  return Number.isInteger(value) && value >= 0 && value <= most ? value : 0
}

/** Writes the expected images that an edition misses, with the failed Koji task that explains each. */
export async function writeMissingImages(
  db: ArchiveDb,
  { run, edition }: { readonly run: string; readonly edition: number },
  missing: readonly NeededImage[],
): Promise<void> {
  if (missing.length === 0) return
  const rows = missing.map((image) => ({
    ...image.koji,
    ...image,
    identity: imageIdentity(image),
    blocking: image.need === 'required',
  }))
  await sql`
    insert into missing_images
      (run, edition, position, identity, subvariant, type, arch, blocking, why, task, method, state, url, fault)
    select ${run}, ${edition}, row_number() over (), identity, subvariant, type, arch, blocking, why,
      task, method, state, url, fault
    from json_to_recordset(${storableRows(rows)}::json) as given
      (identity text, subvariant text, type text, arch text, blocking boolean, why text,
       task int8, method text, state text, url text, fault text)`.execute(db)
}
