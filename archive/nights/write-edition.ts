import { sql } from 'kysely'
import type { Image } from '../../compose/images/image.ts'
import type { BuildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import { renderJson } from '../../report/json.ts'
import type { Report } from '../../report/report.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { storable, storableRows } from '../schema/storable.ts'
import type { NightRun } from './night-run.ts'
import { seenCompose } from './seen-compose.ts'
import { writeImages, writeMissingImages } from './write-images.ts'
import { writeJobs } from './write-jobs.ts'

/**
 * All that one edition of a night leaves behind. Stages, compose and missing images are those of the report.
 */
export interface EditionContent {
  readonly report: Report
  readonly outcome: NightOutcome
  readonly subject: string
  readonly jobs: BuildJobs
  /** Known bugs by job id. */
  readonly bugs: Readonly<Record<string, readonly string[]>>
  /** Every image of the compose; empty where they are not known. */
  readonly images: readonly Image[]
}

/** An edition with its place in the night. */
export interface NumberedEdition extends EditionContent {
  readonly number: number
  readonly key: string
}

/** Writes an edition. The caller holds a transaction, so that a reader sees all of it or nothing. */
export async function writeEdition(db: ArchiveDb, run: NightRun, edition: NumberedEdition): Promise<void> {
  const { report, number, images } = edition
  await writeEditionRow(db, run, edition)
  await writeStages(db, run, edition)
  if (report.compose !== null) {
    const { id, label, status, url } = report.compose
    await seenCompose(db, { id, label, state: status, url, stream: run.stream, at: report.at })
    await writeImages(db, id, images)
  }
  await writeMissingImages(db, { run: run.id, edition: number }, report.images?.missing ?? [])
  await writeJobs(db, { run, edition: number }, edition)
  await standFor(db, run, edition)
}

async function writeEditionRow(db: ArchiveDb, run: NightRun, edition: NumberedEdition): Promise<void> {
  const { number, key, report, outcome, subject } = edition
  const { at, verdict, compose, tests } = report
  await db
    .insertInto('editions')
    .values({
      run: run.id,
      number,
      key,
      at,
      outcome,
      verdict,
      compose: compose?.id ?? null,
      subject: storable(subject),
      tests: tests.counts.total,
      report: renderJson(report),
    })
    .execute()
}

async function writeStages(db: ArchiveDb, run: NightRun, { number, report }: NumberedEdition): Promise<void> {
  await sql`
    insert into stages (run, edition, position, name, since, until, said)
    select ${run.id}, ${number}, row_number() over (), name, since, until, "lastAnswer"
    from json_to_recordset(${storableRows(report.stages)}::json)
      as given (name text, since timestamptz, until timestamptz, "lastAnswer" text)`.execute(db)
}

/** Makes the edition the one that stands for its run, unless a later one does. */
async function standFor(db: ArchiveDb, run: NightRun, edition: NumberedEdition): Promise<void> {
  const { number, outcome, report } = edition
  await sql`
    update runs set edition = ${number}, outcome = ${outcome}, verdict = ${report.verdict}, pruned = false,
      compose = coalesce(${report.compose?.id ?? null}, compose)
    where id = ${run.id} and (edition is null or edition < ${number})`.execute(db)
}
