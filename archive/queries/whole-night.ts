import { sql } from 'kysely'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import type { StageTiming } from '../../report/outcome.ts'
import { deliveriesOf, type Delivery } from '../nights/deliveries.ts'
import { editionsOf, reportOf, type EditionLine } from '../nights/editions-of.ts'
import { heardBy, type Heard } from '../nights/heard.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { missingOf } from './missing-images.ts'
import { nights, type NightLine } from './night-lines.ts'
import { resultsOf, type TestResult } from './test-results.ts'

/**
 * All that the archive has of a night. Report, stages, tests and missing images are those of the edition that
 * stands.
 */
export interface WholeNight {
  readonly night: NightLine
  readonly editions: readonly EditionLine[]
  readonly heard: readonly Heard[]
  readonly deliveries: readonly Delivery[]
  /** The JSON as it was sent; null before the first report. */
  readonly report: string | null
  readonly stages: readonly StageTiming[]
  readonly tests: readonly TestResult[]
  readonly missing: readonly ExplainedImage[]
}

/** A night by its run's id; null where the archive does not know it. */
export function wholeNight(db: ArchiveDb, run: string): Promise<WholeNight | null> {
  // One snapshot: an edition that comes meanwhile is not mixed with the one before.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((within) => readNight(within, run))
}

async function readNight(db: ArchiveDb, run: string): Promise<WholeNight | null> {
  const [night] = await nights(db, { run, limit: 1 })
  if (night === undefined) return null
  const edition = night.edition ?? 0
  return {
    night,
    editions: await editionsOf(db, run),
    heard: await heardBy(db, run),
    deliveries: await deliveriesOf(db, run),
    report: await reportOf(db, run, edition),
    stages: await stagesOf(db, run, edition),
    tests: await resultsOf(db, run, edition),
    missing: await missingOf(db, run, edition),
  }
}

async function stagesOf(db: ArchiveDb, run: string, edition: number): Promise<readonly StageTiming[]> {
  const { rows } = await sql<StageTiming>`
    select name, since, until, said as "lastAnswer" from stages
    where run = ${run} and edition = ${edition} order by position`.execute(db)
  return rows
}
