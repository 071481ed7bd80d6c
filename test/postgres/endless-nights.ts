import { sql } from 'kysely'
import type { NightRun } from '../../archive/nights/night-run.ts'
import type { EditionContent } from '../../archive/nights/write-edition.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { jobOf } from '../jobs/job-of.ts'
import { editionOf, imageOf, runOf } from '../archive/nights.ts'

const size = { jobs: 120, images: 30, stages: 5 }

/** A night to record. */
interface TellableNight {
  readonly run: NightRun
  readonly content: (number: number) => EditionContent
}

/** One of many nights, each with as many jobs, images and stages. */
export function nthNight(day: number): TellableNight {
  const run = runOf(new Date(Date.UTC(2026, 10, 24 + day)).toISOString().slice(0, 10))
  const jobs = Array.from({ length: size.jobs }, (_, nth) => jobOf({ id: nth + 1, test: `test_${nth}` }))
  const images = Array.from({ length: size.images }, (_, nth) => imageOf({ subvariant: `Image${nth}` }))
  return { run, content: editionOf(run, { jobs, images }) }
}

/** Those nights, one after another. */
export function* endlessNights(first: number): Generator<TellableNight> {
  for (let day = first; ; day++) yield nthNight(day)
}

/** The nights in an archive, each with what of it is there: all of them should be `whole`. */
export async function wholeness(db: ArchiveDb): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ id: string; jobs: number; images: number; stages: number }>`
    select id, (select count(*) from jobs where run = id) as jobs,
      (select count(*) from images where compose = runs.compose) as images,
      (select count(*) from stages where run = id) as stages
    from runs where edition is not null or exists (select from editions where run = id) order by due`.execute(
    db,
  )
  const whole = JSON.stringify(size)
  return Object.fromEntries(
    rows.map(({ id, ...there }) => [id, JSON.stringify(there) === whole ? 'whole' : JSON.stringify(there)]),
  )
}
