import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { prune } from '../../../archive/upkeep/prune.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { freshArchive } from '../fresh-database.ts'
import { editionOf, recordStory, runOf } from '../nights.ts'

const days = { valuesDays: 30, jobsDays: 30, heardDays: 30 }
const later = '2027-03-01T00:00:00.000Z'
const end = {
  at: '2026-11-24T12:00:00.000Z',
  outcome: 'tested',
  verdict: 'broken',
  compose: null,
  noReport: null,
}

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

/** A night of two editions with an earlier try. */
async function oldNight(archive: ReturnType<typeof postgresArchive>) {
  const run = runOf('2026-11-24')
  const failed = jobOf({ id: 3, test: 'other', result: 'failed', reason: 'why', failedModules: ['_boot'] })
  const jobs = [jobOf({ id: 1, result: 'failed', cloneId: 2 }), jobOf({ id: 2 }), failed]
  await archive.heard(run, { stage: 'find', said: 'nothing yet', at: '2026-11-24T05:20:00.000Z' })
  const facts = { bugs: { 3: ['brc#1'] } }
  await archive.recordEdition(run, 'a/1', editionOf(run, { jobs: jobs.slice(0, 2) }))
  await archive.recordEdition(run, 'a/2', editionOf(run, { jobs, facts }))
  return run
}

describe('pruning', () => {
  test('leaves reports and one line a test of an old night', async () => {
    const { db, archive } = await open()
    const run = await oldNight(archive)
    await archive.closeRun(run, end)
    const before = await archive.night(run.id)

    expect(await prune(db, days, later)).toEqual({ values: 0, jobs: 3, heard: 1 })

    const after = await archive.night(run.id)
    expect(after).toEqual({
      ...before,
      night: { ...before?.night, heard: null },
      heard: [],
      tests: before?.tests.map((line) => ({ ...line, reason: '', failedModules: [] })),
    })
    expect(after?.tests).toMatchObject([{ flaky: true }, { standing: 'failed', bugs: ['brc#1'] }])
    expect(await archive.reportOf(run.id, 1)).not.toBeNull()
    expect(await prune(db, days, later)).toEqual({ values: 0, jobs: 0, heard: 0 })
  })

  test('leaves a night alone that is younger, or still open', async () => {
    const { db, archive } = await open()
    const run = await oldNight(archive)
    const before = await archive.night(run.id)

    await prune(db, days, later)
    expect(await archive.night(run.id)).toEqual(before)

    await archive.closeRun(run, end)
    const closed = await archive.night(run.id)
    await prune(db, days, '2026-12-24T05:15:00.000Z')
    expect(await archive.night(run.id)).toEqual(closed)
    await prune(db, days, '2026-12-24T05:15:00.001Z')
    expect(await archive.night(run.id)).not.toEqual(closed)
  })

  test('goes through more nights than it takes at once', async () => {
    const { db, archive } = await open()
    await recordStory(archive, 'k', '2026-11-24')
    await sql
      .raw(`
      create temporary table nth on commit drop as select 'night/' || generate_series(1, 230) as run;
      insert into runs (id, temporal_run, stream, due, opened_at, closed_at, edition)
        select nth.run, '', stream, due, due, due, 1 from nth, runs;
      insert into editions select nth.run, number, key, at, outcome, verdict, compose, subject, tests, report from nth, editions;
      insert into jobs (run, edition, job, scenario, due, standing, flaky, state, result)
        select nth.run, edition, job, scenario, due, standing, flaky, state, result from nth, jobs`)
      .execute(db)

    expect(await prune(db, days, later)).toMatchObject({ jobs: 230 })
    expect(await archive.nights({ limit: 1000 })).toHaveLength(231)
  })

  test('takes values that are old, but none that an open run needs or that was kept again', async () => {
    const { db, archive } = await open()
    const [open_, done] = [runOf('2026-11-24'), runOf('2026-11-23')]
    for (const run of [open_, done]) await archive.openRun(run, run.due)
    await archive.closeRun(done, end)
    const [needed, old, again, shared] = [
      await archive.keep('needed', open_.id),
      await archive.keep('old', done.id),
      await archive.keep('again', done.id),
      await archive.keep('shared', done.id),
    ]
    await archive.keep('shared', open_.id)
    await sql`update stored_values set kept_at = now() - interval '40 days'`.execute(db)
    await archive.keep('again', done.id)

    expect(await prune(db, days, new Date().toISOString())).toMatchObject({ values: 1 })

    for (const ref of [needed, again, shared]) expect(await archive.recall(ref)).toBeTruthy()
    await expect(archive.recall(old)).rejects.toMatchObject({ name: 'LostValue' })
  })

  test.each([0, -1, 1.5, Number.NaN])('refuses a retention of %s days', async (valuesDays) => {
    const { db } = await open()

    await expect(prune(db, { ...days, valuesDays }, later)).rejects.toThrow('whole days, at least 1')
  })
})
