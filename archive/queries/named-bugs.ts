import { sql } from 'kysely'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { lastNights, type LookBack } from './last-nights.ts'

/** A test whose jobs name a bug in their comments. */
export interface NamedBug extends Scenario {
  /** As the comment has it: `brc#1234567`. */
  readonly bug: string
  /** Nights on which a job of the test named it. */
  readonly nights: number
  /** The last of them. */
  readonly run: string
  /** ISO: when that night was due. */
  readonly due: string
}

/** The bugs that jobs of the last nights of a stream name, each with its tests; the last named first. */
export async function namedBugs(db: ArchiveDb, look: LookBack): Promise<readonly NamedBug[]> {
  const { rows } = await sql<NamedBug>`
    select bug, distri, flavor, arch, test, machine, nights, run, last as due
    from (
      select bug, scenario, count(distinct night.id)::int as nights, max(night.due) as last,
        (array_agg(night.id order by night.due desc, night.id desc))[1] as run
      from ${lastNights(look)} as night
      -- Night by night, so that the jobs of other nights are not read.
      cross join lateral (
        select scenario, unnest(bugs) as bug from jobs
        where jobs.run = night.id and jobs.edition = night.edition and bugs is not null) as named
      group by bug, scenario) as counted
    join scenarios on scenarios.id = scenario
    order by last desc, bug, flavor, arch, test, machine, distri`.execute(db)
  return rows
}
