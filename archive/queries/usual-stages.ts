import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'
import type { LookBack } from './last-nights.ts'

/** How long a stage took on the last nights. */
export interface UsualStage {
  readonly name: string
  /** Nine of ten nights took at most so long, in ms. */
  readonly p90Ms: number
  readonly nights: number
}

/**
 * How long each stage took on the last nights of a stream that have a report, as their first report tells:
 * what a person ordered later does not count.
 */
export async function usualStages(db: ArchiveDb, look: LookBack): Promise<readonly UsualStage[]> {
  const { stream, nights, before = null } = look
  const { rows } = await sql<UsualStage>`
    with last as (
      select id from runs
      where stream = ${stream} and due < coalesce(${before}::timestamptz, 'infinity') and edition is not null
      order by due desc, id desc limit ${nights})
    select name, count(*)::int as nights,
      percentile_disc(0.9) within group (order by extract(epoch from until - since) * 1000)::float8 as "p90Ms"
    from last join stages on stages.run = last.id
    where edition = (select min(number) from editions where editions.run = last.id)
      and since is not null and until is not null
    group by name order by name`.execute(db)
  return rows
}
