import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import { jobOf } from '../jobs/job-of.ts'
import { counts } from './filled.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, imageOf, runOf } from './nights.ts'

const run = runOf('2026-11-24')

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

const missing: readonly ExplainedImage[] = [
  {
    subvariant: 'KDE',
    type: 'live',
    arch: 'x86_64',
    blocking: true,
    why: 'release-blocking',
    koji: {
      task: 91,
      method: 'livemedia',
      state: 'FAILED',
      url: 'https://koji.fedoraproject.org/koji/taskinfo?taskID=91',
      fault: 'GenericError: \u0000 mock exited 1',
    },
  },
  { subvariant: 'Mate', type: 'live', arch: 'x86_64', blocking: false, why: 'usual', koji: null },
  { subvariant: 'Mate', type: 'live', arch: 'x86_64', blocking: false, why: 'usual', koji: null },
]

describe('what an edition keeps', () => {
  test('keeps the whole night: report as sent, stages, tests, images and why some are missing', async () => {
    const { db, archive } = await open()
    const jobs = [
      jobOf({ id: 1, test: 'flaky', result: 'failed', cloneId: 2 }),
      jobOf({ id: 2, test: 'flaky' }),
      jobOf({
        id: 3,
        test: 'broken_desktop',
        result: 'failed',
        reason: 'nul \u0000',
        failedModules: ['_graphical_wait_login', 'quote"s, and {braces}'],
        startedAt: '2026-11-24T09:00:00Z',
        finishedAt: '2026-11-24T09:30:00Z',
        blockedById: 2,
      }),
    ]
    const images = [imageOf({ subvariant: 'KDE' }), imageOf({ subvariant: 'Server', size: 5_000_000_000 })]
    const content = editionOf(run, {
      jobs,
      images,
      facts: { images: { expected: 4, missing }, bugs: { 3: ['brc#1234567'] } },
    })

    const { report } = await archive.recordEdition(run, 'a/1', content)
    const night = await archive.night(run.id)

    expect(JSON.parse(night?.report ?? '')).toEqual(report)
    expect(night?.stages).toEqual(report.stages)
    expect(night?.missing).toEqual([
      { ...missing[0], koji: { ...missing[0]?.koji, fault: 'GenericError: \uFFFD mock exited 1' } },
      missing[1],
      missing[2],
    ])
    expect(night?.tests).toMatchObject([
      {
        test: 'broken_desktop',
        flavor: 'Server-dvd-iso',
        arch: 'x86_64',
        machine: '64bit',
        job: 3,
        standing: 'failed',
        flaky: false,
        state: 'done',
        result: 'failed',
        reason: 'nul \uFFFD',
        failedModules: ['_graphical_wait_login', 'quote"s, and {braces}'],
        bugs: ['brc#1234567'],
        startedAt: '2026-11-24T09:00:00.000Z',
        finishedAt: '2026-11-24T09:30:00.000Z',
      },
      { test: 'flaky', job: 2, standing: 'passed', flaky: true, reason: '', failedModules: [], bugs: [] },
    ])
    expect(await counts(db)).toMatchObject({ jobs: 3, images: 2, missing_images: 3, stages: 5, scenarios: 2 })
    expect(await archive.composes('rawhide')).toMatchObject([{ images: 2 }])
  })

  test('is recorded whatever times openQA and whatever numbers the metadata give', async () => {
    const { archive } = await open()
    const jobs = [jobOf({ id: 1, startedAt: '2026-99-99T99:99:99Z', finishedAt: '2026-11-24T09:00:00Z' })]
    const images = [imageOf({ subvariant: 'KDE', size: 0.5, disc: 1e12 })]

    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs, images }))

    expect(await archive.resultsOf(run.id, 1)).toMatchObject([
      { startedAt: null, finishedAt: '2026-11-24T09:00:00.000Z' },
    ])
    expect(await archive.usualImages({ stream: 'rawhide', nights: 1 })).toMatchObject([{ size: 0 }])
  })

  test('may be of a night without a compose', async () => {
    const { archive } = await open()
    const facts = { compose: null, images: null, outcome: 'absent', awaited: 'nothing-scheduled' } as const

    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs: [], facts }))

    expect(await archive.nights()).toMatchObject([{ verdict: 'absent', compose: null, tests: 0 }])
    expect(await archive.night(run.id)).toMatchObject({ tests: [], missing: [] })
  })

  test('of a known scenario makes no new one', async () => {
    const { db, archive } = await open()
    await archive.recordEdition(run, 'a/1', editionOf(run))
    await archive.recordEdition(runOf('2026-11-25'), 'a/1', editionOf(runOf('2026-11-25')))
    await archive.recordEdition(
      runOf('2026-11-25', 'branched'),
      'a/1',
      editionOf(runOf('2026-11-25', 'branched')),
    )

    const { rows } = await sql`select stream, test from scenarios order by id`.execute(db)

    expect(rows).toEqual([
      { stream: 'rawhide', test: 'install_default' },
      { stream: 'branched', test: 'install_default' },
    ])
  })
})
