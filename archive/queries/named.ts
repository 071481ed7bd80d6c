import { sql } from 'kysely'
import type { ImageKey } from '../../compose/images/image.ts'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { lastNights } from './last-nights.ts'

/** An image over the last nights of a stream, the latest first. */
export interface ImageHistory extends ImageKey {
  readonly nights: readonly {
    readonly run: string
    readonly date: string | null
    readonly compose: string | null
    /** Bytes; null where the compose did not have it. */
    readonly size: number | null
  }[]
}

const mostFound = 20

/** The tests of a stream that have all of some words among name, flavor, arch, machine and distribution. */
export async function testsNamed(
  db: ArchiveDb,
  stream: string,
  words: readonly string[],
): Promise<readonly Scenario[]> {
  const { rows } = await sql<Scenario>`
    select distri, test, flavor, arch, machine from scenarios
    where stream = ${stream} and array[distri, test, flavor, arch, machine] @> ${[...words]}::text[]
    order by flavor, arch, test, machine, distri limit ${mostFound}`.execute(db)
  return rows
}

/** The images that have all of some words among subvariant, type and arch, over a stream's last nights. */
export async function imageHistories(
  db: ArchiveDb,
  stream: string,
  words: readonly string[],
  nights: number,
): Promise<readonly ImageHistory[]> {
  const { rows } = await sql<ImageHistory>`
    with night as materialized (
      select id as run, date, due, compose from ${lastNights({ stream, nights })} as last
      where exists (select from images where images.compose = last.compose)),
    named as (
      select distinct on (identity) identity, subvariant, type, arch from images join night using (compose)
      where array[subvariant, type, arch] @> ${[...words]}::text[]
      order by identity, due desc limit ${mostFound})
    select subvariant, type, arch, (
      select json_agg(json_build_object('run', run, 'date', date, 'compose', compose, 'size', (
        select max(size) from images where images.compose = night.compose and images.identity = named.identity))
        order by due desc) from night) as nights
    from named order by subvariant, type, arch`.execute(db)
  return rows
}
