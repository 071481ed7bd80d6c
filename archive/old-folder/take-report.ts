import { sql } from 'kysely'
import { Garbled } from '../../compose/garbled.ts'
import type { Image } from '../../compose/images/image.ts'
import { parseKeptPlan } from '../../jobs/plan/kept-plan.ts'
import { buildJobs, jobsThat, type BuildJobs } from '../../jobs/results/build-jobs.ts'
import { parseKeptJobs } from '../../jobs/results/kept-jobs.ts'
import { standings, type Standing } from '../../jobs/results/standing.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import { parseReport } from '../../report/report-schema.ts'
import type { Report } from '../../report/report.ts'
import { subjectOf } from '../../report/told/subject.ts'
import type { NightRun } from '../nights/night-run.ts'
import { writeEdition } from '../nights/write-edition.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { recall } from '../values/keep.ts'
import type { OldIndex } from './old-index.ts'

/**
 * Makes an edition of an old report, with its number, jobs and images, unless the archive has that edition.
 * Its run is closed, until a night that is still under way opens it again.
 */
export async function takeReport(db: ArchiveDb, index: OldIndex, text: string): Promise<void> {
  const report = parseReport(text)
  const jobs = await jobsOf(db, index, report)
  const images = await imagesOf(db, index, report)
  const run = runOf(report)
  await db.transaction().execute(async (within) => {
    await sql`
      insert into runs (id, temporal_run, stream, date, due, opened_at, closed_at)
      values (${run.id}, '', ${run.stream}, ${run.date}, ${run.due}, ${run.due}, ${report.at})
      on conflict (id) do update set closed_at = excluded.closed_at where runs.temporal_run = ''`.execute(
      within,
    )
    const { rows } = await sql`
      select from editions where run = ${run.id} and number = ${report.edition}`.execute(within)
    if (rows.length > 0) return
    await writeEdition(within, run, {
      number: report.edition,
      key: `folder/${report.edition}`,
      report,
      outcome: outcomeOf(report),
      subject: subjectOf(report),
      jobs,
      images,
      bugs: bugsOf(report),
    })
  })
}

function runOf({ run, night, stages, at }: Report): NightRun {
  return { id: run, temporalRun: '', ...night, due: stages[0]?.since ?? at }
}

function outcomeOf({ verdict, unknownCause }: Report): NightOutcome {
  if (verdict === 'absent') return 'absent'
  if (verdict === 'neutral') return 'no-branched'
  if (verdict === 'cancelled') return 'cancelled'
  if (verdict === 'unfinished') return 'unfinished-compose'
  return unknownCause === 'unfinished' ? 'unfinished-tests' : 'tested'
}

function bugsOf({ tests }: Report): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(tests.list.flatMap(({ job, bugs }) => (job === null ? [] : [[job.id, bugs]])))
}

/**
 * The list of jobs that the report was made of: the one of its compose that gives the same counts; none where
 * it is lost.
 */
async function jobsOf(db: ArchiveDb, { jobs }: OldIndex, { compose, tests }: Report): Promise<BuildJobs> {
  for (const ref of jobs.get(compose?.id ?? '') ?? []) {
    const kept = unlessGarbled(parseKeptJobs, await recall(db, ref))
    if (kept !== null && standings.every((each) => jobsThat(kept, each).length === countOf(tests, each)))
      return kept
  }
  return buildJobs([])
}

function countOf({ counts, list }: Report['tests'], standing: Standing): number {
  const listed = list.filter(({ job }) => job?.standing === standing).length
  return standing === 'passed' ? listed + counts.passed : listed
}

async function imagesOf(db: ArchiveDb, { plans }: OldIndex, { compose }: Report): Promise<readonly Image[]> {
  const ref = plans.get(compose?.id ?? '')
  const plan = ref === undefined ? null : unlessGarbled(parseKeptPlan, await recall(db, ref))
  return plan?.images ?? []
}

/** What was kept by another version and cannot be read any more is left out. */
function unlessGarbled<Value>(parse: (text: string) => Value, text: string): Value | null {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof Garbled) return null
    throw error
  }
}
