import { sql } from 'kysely'
import { flakyJobs } from '../../jobs/results/flaky.ts'
import type { BuildJobs } from '../../jobs/results/build-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import { standingOf } from '../../jobs/results/standing.ts'
import type { ArchiveDb } from '../schema/database.ts'
import { storableRows } from '../schema/storable.ts'
import type { NightRun } from './night-run.ts'

interface JobFile {
  readonly run: NightRun
  readonly edition: number
}

interface JobsOfEdition {
  readonly jobs: BuildJobs
  readonly bugs: Readonly<Record<string, readonly string[]>>
}

/**
 * Writes the jobs of an edition, earlier tries too, and the scenarios that are new. Only a job that counts
 * has a standing.
 */
export async function writeJobs(
  db: ArchiveDb,
  { run, edition }: JobFile,
  { jobs, bugs }: JobsOfEdition,
): Promise<void> {
  if (jobs.every.length === 0) return
  const counts = new Set(jobs.latest.map(({ id }) => id))
  const flaky = new Set(flakyJobs(jobs).map(({ id }) => id))
  const rows = storableRows(
    jobs.every.map((job) => ({
      ...detailOf(job),
      standing: counts.has(job.id) ? standingOf(job) : null,
      flaky: flaky.has(job.id),
      bugs: unlessEmpty(Object.hasOwn(bugs, String(job.id)) ? bugs[String(job.id)] : []),
    })),
  )
  await sql`
    insert into scenarios (stream, distri, flavor, arch, test, machine)
    select distinct ${run.stream}, distri, flavor, arch, test, machine from json_to_recordset(${rows}::json) as given
      (distri text collate "C", flavor text collate "C", arch text collate "C", test text collate "C", machine text collate "C")
    where not exists (
      select from scenarios as known where known.stream = ${run.stream} and known.distri = given.distri and known.flavor = given.flavor
        and known.arch = given.arch and known.test = given.test and known.machine = given.machine)
    order by 2, 3, 4, 5, 6
    on conflict do nothing`.execute(db)
  await sql`
    insert into jobs (run, edition, due, job, scenario, standing, flaky, state, result, clone_id, blocked_by, reason,
      failed_modules, bugs, started_at, finished_at)
    select ${run.id}, ${edition}, ${run.due}, job, scenarios.id, standing, flaky, state, result, clone_id, blocked_by, reason,
      failed_modules, bugs, started_at, finished_at
    from json_to_recordset(${rows}::json) as given
      (job int8, distri text collate "C", flavor text collate "C", arch text collate "C", test text collate "C", machine text collate "C",
       standing text, flaky boolean, state text, result text, clone_id int8, blocked_by int8, reason text,
       failed_modules text[], bugs text[], started_at timestamptz, finished_at timestamptz)
    join scenarios using (distri, flavor, arch, test, machine)
    where scenarios.stream = ${run.stream}`.execute(db)
}

function detailOf(job: Job) {
  const { id, distri, test, flavor, arch, machine, state, result, cloneId, blockedById, reason, startedAt } =
    job
  return {
    job: id,
    distri,
    test,
    flavor,
    arch,
    machine,
    state,
    result,
    clone_id: cloneId,
    blocked_by: blockedById,
    reason: reason === '' ? null : reason,
    failed_modules: unlessEmpty(job.failedModules),
    started_at: timeOrNull(startedAt),
    finished_at: timeOrNull(job.finishedAt),
  }
}

/** openQA's times are only known to look like times. */
function timeOrNull(text: string | null): string | null {
  return text === null || Number.isNaN(Date.parse(text)) ? null : text
}

function unlessEmpty(list: readonly string[] = []): readonly string[] | null {
  return list.length === 0 ? null : list
}
