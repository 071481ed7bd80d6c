import { sql } from 'kysely'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { Standing } from '../../jobs/results/standing.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { lastNights, type LookBack } from './last-nights.ts'

/** One test on one night. */
export interface HistoryLine {
  readonly run: string
  readonly date: string | null
  /** ISO: a respin is of the same night. */
  readonly due: string
  readonly compose: string | null
  readonly edition: number
  /** Null, as all that follows, where the night did not have the test. */
  readonly job: number | null
  readonly standing: Standing | null
  readonly flaky: boolean | null
  readonly result: string | null
  readonly failedModules: readonly string[]
  readonly bugs: readonly string[]
}

/**
 * One test over the last nights of a stream, the latest first; nights that did not have it are there, too.
 */
export async function testHistory(
  db: ArchiveDb,
  { distri, flavor, arch, test, machine }: Scenario,
  look: LookBack,
): Promise<readonly HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select night.id as run, night.date, night.due, night.compose, night.edition, job, standing, flaky, result,
      coalesce(failed_modules, '{}') as "failedModules", coalesce(bugs, '{}') as bugs
    from ${lastNights(look)} as night
    left join jobs on jobs.due = night.due and jobs.run = night.id and jobs.edition = night.edition and standing is not null
      and scenario = (select id from scenarios where stream = ${look.stream} and flavor = ${flavor} and arch = ${arch}
        and test = ${test} and machine = ${machine} and distri = ${distri})
    order by night.due desc, length(night.id) desc, night.id desc`.execute(db)
  return rows
}
