import { sql } from 'kysely'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { lastNights, type LookBack } from './last-nights.ts'

/** How often a test needed more than one try. */
export interface FlakeRate extends Scenario {
  /** Nights on which it passed or failed. */
  readonly nights: number
  /** Of those: it passed only when tried again. */
  readonly flaky: number
  readonly failed: number
  /** Flaky of all nights, from 0 to 1. */
  readonly rate: number
}

/** The tests of a stream that were flaky in the last nights, the worst first. */
export async function flakeRates(db: ArchiveDb, look: LookBack): Promise<readonly FlakeRate[]> {
  const { rows } = await sql<FlakeRate>`
    select distri, flavor, arch, test, machine, nights, flaky, failed, flaky::float8 / nights as rate
    from (
      select scenario, count(*) as nights, count(*) filter (where flaky) as flaky,
        count(*) filter (where standing = 'failed') as failed
      from ${lastNights(look)} as night join jobs on jobs.run = night.id and jobs.edition = night.edition
      where standing in ('passed', 'softfailed', 'failed')
      group by scenario having bool_or(flaky)) as counted
    join scenarios on scenarios.id = scenario
    order by rate desc, flavor, arch, test, machine, distri`.execute(db)
  return rows
}
