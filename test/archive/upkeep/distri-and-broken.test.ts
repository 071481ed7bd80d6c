import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../archive/connection/connect.ts'
import { firstTables } from '../../../archive/migrations/0001-first-tables.ts'
import { distriAndBroken } from '../../../archive/migrations/0002-distri-and-broken.ts'
import { migrate } from '../../../archive/migrations/migrate.ts'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { emptyDatabase } from '../fresh-database.ts'
import { editionOf, runOf } from '../nights.ts'

/** Two nights as a program of level 1 recorded them: the first failed, the second passed. */
const ofLevel1 = `
  insert into runs (id, temporal_run, stream, date, due, compose, outcome, verdict, edition, opened_at) values
    ('nightly/rawhide/2026-11-22', 'a', 'rawhide', '2026-11-22', '2026-11-22T05:15Z', 'c-22', 'tested', 'failed', 1, now()),
    ('nightly/rawhide/2026-11-23', 'b', 'rawhide', '2026-11-23', '2026-11-23T05:15Z', 'c-23', 'tested', 'passed', 1, now());
  insert into editions select id, 1, 'a/1', due, outcome, verdict, compose, '', 1, '{}' from runs;
  insert into scenarios (stream, flavor, arch, test, machine)
    values ('rawhide', 'Server-dvd-iso', 'x86_64', 'install_default', '64bit');
  insert into jobs (run, edition, job, scenario, due, standing, flaky, state, result)
    select runs.id, 1, 1, scenarios.id, due, verdict, false, 'done', verdict from runs, scenarios`

/** An archive of level 1 with nights in it. */
async function older() {
  const url = await emptyDatabase()
  await migrate({ url }, [firstTables])
  const { db, close } = connect({ url })
  onTestFinished(close)
  await sql.raw(ofLevel1).execute(db)
  return { url, db, archive: postgresArchive(db) }
}

describe('an archive of level 1', () => {
  test('is brought to level 2, in which what failed is broken', async () => {
    const { url, archive } = await older()

    expect(await migrate({ url }, [firstTables, distriAndBroken])).toEqual({
      level: 2,
      made: ['0002-distri-and-broken'],
    })

    const nights = await archive.nights()
    expect(nights.map(({ date, verdict }) => [date, verdict])).toEqual([
      ['2026-11-23', 'passed'],
      ['2026-11-22', 'broken'],
    ])
    expect(await archive.editionsOf('nightly/rawhide/2026-11-22')).toMatchObject([{ verdict: 'broken' }])
    expect(await archive.editionsOf('nightly/rawhide/2026-11-23')).toMatchObject([{ verdict: 'passed' }])
  })

  test('has tests of fedora then, and how they stood stays as it was', async () => {
    const { url, archive } = await older()
    await migrate({ url })

    const nights = await archive.pastNights('rawhide', { before: '2026-11-24', nights: 30 })

    expect(nights.map(({ tests }) => tests.map(({ distri, standing }) => [distri, standing]))).toEqual([
      [['fedora', 'passed']],
      [['fedora', 'failed']],
    ])
  })

  test('knows its tests again, and takes those of another distribution', async () => {
    const { url, db, archive } = await older()
    await migrate({ url })
    const run = runOf('2026-11-24')
    const jobs = [jobOf({ id: 1 }), jobOf({ id: 2, distri: 'eln' })]

    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs }))

    const { rows } = await sql`select distri, test from scenarios order by id`.execute(db)
    expect(rows).toEqual([
      { distri: 'fedora', test: 'install_default' },
      { distri: 'eln', test: 'install_default' },
    ])
  })
})
