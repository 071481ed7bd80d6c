import { sql } from 'kysely'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { lastNights, type LookBack } from './last-nights.ts'

/** A night that has ended or has a report, and where its time went, as its first report tells. */
export interface TrendNight {
  readonly run: string
  readonly due: string
  readonly verdict: string | null
  readonly compose: string | null
  /** When the first report was made; null where there is none. */
  readonly reportedAt: string | null
  readonly stages: readonly { readonly name: string; readonly ms: number }[]
}

/** How many tests of one arch passed on a night. */
export interface ArchRate extends Pick<Scenario, 'arch'> {
  readonly run: string
  readonly passed: number
  readonly of: number
}

/** The sizes of an image over the nights that have it, the earliest first. */
export interface ImageTrend {
  readonly subvariant: string
  readonly type: string
  readonly arch: string
  readonly sizes: readonly { readonly run: string; readonly bytes: number }[]
}

/** The last nights of a stream, the latest first. */
export async function trendNights(
  db: ArchiveDb,
  { stream, nights, before }: LookBack,
): Promise<readonly TrendNight[]> {
  const { rows } = await sql<TrendNight>`
    select night.id as run, due, verdict, compose, first.at as "reportedAt", coalesce(took.stages, '[]') as stages
    from (
      select id, due, verdict, compose from runs
      where stream = ${stream} and due < coalesce(${before ?? null}::timestamptz, 'infinity')
        and (edition is not null or closed_at is not null)
      order by due desc, length(id) desc, id desc limit ${nights}) as night
    left join lateral (select number, at from editions where run = night.id order by number limit 1) as first on true
    left join lateral (
      select json_agg(json_build_object('name', name, 'ms', extract(epoch from until - since) * 1000) order by position)
        as stages
      from stages where run = night.id and edition = first.number and since is not null and until is not null) as took on true
    order by due desc, length(night.id) desc, night.id desc`.execute(db)
  return rows
}

/** How many tests of each arch passed on the last nights of a stream that have tests. */
export async function archRates(db: ArchiveDb, look: LookBack): Promise<readonly ArchRate[]> {
  const { rows } = await sql<ArchRate>`
    select night.id as run, arch, passed, of
    from ${lastNights(look)} as night
    -- Night by night, so that the jobs of other nights are not read.
    cross join lateral (
      select arch, count(*) filter (where standing in ('passed', 'softfailed'))::int as passed, count(*)::int as of
      from jobs join scenarios on scenarios.id = scenario
      where run = night.id and edition = night.edition and standing is not null group by arch) as counted
    order by arch, run`.execute(db)
  return rows
}

/** The images of a stream whose sizes changed most over its last composes, at most so many. */
export async function imageTrends(
  db: ArchiveDb,
  { stream, nights, before }: LookBack,
  most: number,
): Promise<readonly ImageTrend[]> {
  const { rows } = await sql<ImageTrend>`
    with last as materialized (
      select id, due, compose from runs
      where stream = ${stream} and due < coalesce(${before ?? null}::timestamptz, 'infinity')
        and edition is not null and compose is not null
      order by due desc, length(id) desc, id desc limit ${nights}),
    sized as (
      select identity, id, due, min(subvariant) as subvariant, min(type) as type, min(arch) as arch, max(size) as size
      from last join images on images.compose = last.compose where size > 0 group by identity, id, due),
    image as (
      select identity, min(subvariant) as subvariant, min(type) as type, min(arch) as arch,
        json_agg(json_build_object('run', id, 'bytes', size) order by due, id) as sizes,
        abs(ln((array_agg(size order by due desc, id desc))[1]::float8 / (array_agg(size order by due, id))[1])) as change
      from sized group by identity having count(*) > 1)
    select subvariant, type, arch, sizes from image order by change desc, identity limit ${most}`.execute(db)
  return rows
}
