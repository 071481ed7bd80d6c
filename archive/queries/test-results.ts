import { sql } from 'kysely'
import type { Scenario } from '../../jobs/results/lineage.ts'
import type { Standing } from '../../jobs/results/standing.ts'
import type { ArchiveDb } from '../schema/database.ts'

/** How one test ended on a night: the job of it that counts. */
export interface TestResult extends Scenario {
  readonly job: number
  readonly standing: Standing
  /** Passed only when tried again. */
  readonly flaky: boolean
  readonly state: string
  readonly result: string
  readonly reason: string
  readonly failedModules: readonly string[]
  readonly bugs: readonly string[]
  readonly startedAt: string | null
  readonly finishedAt: string | null
}

/** The columns of a {@link TestResult}, of `jobs` and `scenarios`. */
export const testColumns = sql`
  distri, flavor, arch, test, machine, job, standing, flaky, jobs.state, result, coalesce(reason, '') as reason,
  coalesce(failed_modules, '{}') as "failedModules", coalesce(bugs, '{}') as bugs,
  started_at as "startedAt", finished_at as "finishedAt"`

/** The tests of an edition, one line each, by flavor, arch and name. */
export async function resultsOf(db: ArchiveDb, run: string, edition: number): Promise<readonly TestResult[]> {
  const { rows } = await sql<TestResult>`
    select ${testColumns} from jobs join scenarios on scenarios.id = scenario
    where run = ${run} and edition = ${edition} and standing is not null
    order by flavor, arch, test, machine`.execute(db)
  return rows
}
