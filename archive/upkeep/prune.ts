import { sql } from 'kysely'
import type { ArchiveDb } from '../schema/database.ts'

/** How many days what is not kept for ever is kept. */
export interface Retention {
  /** Plans and lists of jobs, from when they were last kept. */
  readonly valuesDays: number
  /** Earlier tries, superseded editions and why a job failed, from when its night was due. */
  readonly jobsDays: number
  /** What stages last heard, from when the night was due. */
  readonly heardDays: number
}

/** What a pruning took away. */
export interface Pruned {
  readonly values: number
  /** Rows of jobs that do not count; of those that count, a line is left. */
  readonly jobs: number
  readonly heard: number
}

const runsAtOnce = 100
const valuesAtOnce = 1000

/**
 * Takes away what is older than the retention, a little at a time. Reports, stages, images and one line a
 * test stay for ever; nothing of a run that is open is touched.
 * @param now ISO
 */
export async function prune(db: ArchiveDb, retention: Retention, now: string): Promise<Pruned> {
  return {
    values: await pruneValues(db, daysBefore(now, retention.valuesDays)),
    jobs: await pruneJobs(db, daysBefore(now, retention.jobsDays)),
    heard: await pruneHeard(db, daysBefore(now, retention.heardDays)),
  }
}

function daysBefore(now: string, days: number): string {
  if (!Number.isInteger(days) || days < 1)
    throw new Error(`expected a retention of whole days, at least 1, got ${days}`)
  return new Date(Date.parse(now) - days * 86_400_000).toISOString()
}

async function pruneValues(db: ArchiveDb, cutoff: string): Promise<number> {
  return repeated(valuesAtOnce, async () => {
    const { numAffectedRows = 0n } = await sql`
      delete from stored_values where hash in (
        select hash from stored_values as old
        where kept_at < ${cutoff} and not exists (
          select from value_uses join runs on runs.id = run where value_uses.hash = old.hash and closed_at is null)
        limit ${valuesAtOnce})
      and kept_at < ${cutoff}`.execute(db)
    return { handled: Number(numAffectedRows), gone: Number(numAffectedRows) }
  })
}

async function pruneJobs(db: ArchiveDb, cutoff: string): Promise<number> {
  return repeated(runsAtOnce, async () => {
    const { rows } = await sql<{ handled: number; gone: number }>`
      with old as (
        select id, edition from runs
        where due < ${cutoff} and closed_at is not null and not pruned order by due limit ${runsAtOnce} for update),
      gone as (
        delete from jobs using old
        where jobs.run = old.id and (jobs.edition <> old.edition or standing is null) returning job),
      thinned as (
        update jobs set reason = null, failed_modules = null, clone_id = null, blocked_by = null from old
        where jobs.run = old.id and jobs.edition = old.edition and standing is not null
          and (reason is not null or failed_modules is not null or clone_id is not null or blocked_by is not null)),
      marked as (update runs set pruned = true from old where runs.id = old.id)
      select (select count(*) from old) as handled, (select count(*) from gone) as gone`.execute(db)
    return rows[0] ?? { handled: 0, gone: 0 }
  })
}

async function pruneHeard(db: ArchiveDb, cutoff: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from heard using runs where runs.id = heard.run and due < ${cutoff} and closed_at is not null`.execute(
    db,
  )
  return Number(numAffectedRows)
}

/** Does a step until it finds less to do than it takes at once; answers what is gone in all. */
async function repeated(
  atOnce: number,
  step: () => Promise<{ readonly handled: number; readonly gone: number }>,
): Promise<number> {
  let all = 0
  for (;;) {
    const { handled, gone } = await step()
    all += gone
    if (handled < atOnce) return all
  }
}
