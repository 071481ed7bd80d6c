import { sql } from 'kysely'
import type { Standing } from '../../jobs/results/standing.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { testColumns, type TestResult } from './test-results.ts'

/**
 * A test that failed on a night, and since when it does. Nights on which it neither passed nor failed do not
 * count.
 */
export interface FailingTest extends TestResult {
  /** The first compose of the row of failures that this night ends; this night's own where it failed anew. */
  readonly since: {
    readonly run: string
    readonly date: string | null
    readonly compose: string | null
  }
  /** Nights of that row, this one too. */
  readonly nights: number
  /** The last night on which it passed; null where it never did. */
  readonly lastPassed: {
    readonly run: string
    readonly date: string | null
    readonly compose: string | null
  } | null
}

/** Every failing test of a night, in the edition that stands, by flavor, arch and name. */
export async function failingTests(
  db: ArchiveDb,
  run: string,
  standings: readonly Standing[] = ['failed'],
): Promise<readonly FailingTest[]> {
  const { rows } = await sql<FailingTest>`
    select ${testColumns}, json_build_object(
        'run', coalesce(first.run, night.id), 'date', coalesce(first.date, night.date),
        'compose', case when first.run is null then night.compose else first.compose end) as since,
      coalesce(first.nights, 0) + 1 as nights,
      case when passed.run is not null then json_build_object(
        'run', passed.run, 'date', passed.date, 'compose', passed.compose) end as "lastPassed"
    from runs as night
    join jobs on jobs.run = night.id and jobs.edition = night.edition
    join scenarios on scenarios.id = jobs.scenario
    left join lateral (${earlier(sql`past.standing in ('passed', 'softfailed')`)}
      order by past.due desc limit 1) as passed on true
    left join lateral (${earlier(sql`past.standing = 'failed' and past.due > coalesce(passed.due, '-infinity')`)}
      order by past.due limit 1) as first on true
    where night.id = ${run} and jobs.standing = any(${[...standings]})
    order by flavor, arch, test, machine, distri`.execute(db)
  return rows
}

/** Earlier nights of the same test, each in the edition that stands. */
function earlier(condition: ReturnType<typeof sql>) {
  return sql`
    select past.run, past.due, that.date, that.compose, count(*) over () as nights
    from jobs as past join runs as that on that.id = past.run and that.edition = past.edition
    where past.scenario = jobs.scenario and past.due < night.due and ${condition}`
}
