import { describe, expect, test } from 'vitest'
import type { ExplainedImage } from '../../compose/koji/koji-explanation.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { archiveTables } from '../../archive/schema/archive-tables.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import { sql } from 'kysely'
import { jobOf } from '../jobs/job-of.ts'
import { freshArchive } from './fresh-database.ts'
import { composeOf, editionOf, imageOf, runOf } from './nights.ts'

const run = runOf('2026-11-24')

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

/** How many rows each table has; those without are left out. */
async function counts(db: ArchiveDb): Promise<Readonly<Record<string, number>>> {
  const counted: Record<string, number> = {}
  for (const { name } of archiveTables) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(db)
    if (rows[0]?.count) counted[name] = rows[0].count
  }
  return counted
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

describe('an edition', () => {
  test('is the next of its night, and the same key answers what was recorded', async () => {
    const { db, archive } = await open()

    const first = await archive.recordEdition(run, 'a/1', editionOf(run))
    const failed = editionOf(run, { jobs: [jobOf({ id: 1, result: 'failed' })] })
    const second = await archive.recordEdition(run, 'a/2', failed)
    const before = await counts(db)
    const again = await archive.recordEdition(run, 'a/1', failed)

    expect([first.number, second.number]).toEqual([1, 2])
    expect([first.report.edition, second.report.edition]).toEqual([1, 2])
    expect(again).toEqual(first)
    expect(await counts(db)).toEqual(before)
    expect(await archive.editionsOf(run.id)).toMatchObject([
      { number: 1, key: 'a/1', verdict: 'passed', tests: 1, compose: composeOf(run).id },
      { number: 2, key: 'a/2', verdict: 'failed', tests: 1 },
    ])
    expect(await archive.nights()).toMatchObject([{ edition: 2, verdict: 'failed', outcome: 'tested' }])
  })

  test('has a number of its own when ten are recorded at once', async () => {
    const { archive } = await open()

    const recorded = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => archive.recordEdition(run, `a/${nth}`, editionOf(run))),
    )

    expect(recorded.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  test('is recorded once when the same is recorded ten times at once', async () => {
    const { archive } = await open()

    const recorded = await Promise.all(
      Array.from({ length: 10 }, () => archive.recordEdition(run, 'a/1', editionOf(run))),
    )

    expect(new Set(recorded.map(({ number }) => number))).toEqual(new Set([1]))
    expect(await archive.editionsOf(run.id)).toHaveLength(1)
  })

  test('leaves nothing behind where making it throws, and its number to the next', async () => {
    const { db, archive } = await open()

    await expect(
      archive.recordEdition(run, 'a/1', () => {
        throw new Error('no report')
      }),
    ).rejects.toThrow('no report')

    expect(await counts(db)).toEqual({})
    expect(await archive.recordEdition(run, 'a/1', editionOf(run))).toMatchObject({ number: 1 })
  })

  test('leaves nothing behind where a row of it does not fit', async () => {
    const { db, archive } = await open()
    const half = editionOf(run, { jobs: [jobOf({ id: 0.5 })], images: [imageOf({ subvariant: 'KDE' })] })

    await expect(archive.recordEdition(run, 'a/1', half)).rejects.toThrow('invalid input syntax')

    expect(await counts(db)).toEqual({})
  })

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

  test('may be read while the night is not known', async () => {
    const { archive } = await open()

    expect(await archive.night('nightly/rawhide/1999-01-01')).toBeNull()
    expect(await archive.reportOf('nightly/rawhide/1999-01-01')).toBeNull()
    expect(await archive.editionsOf('nightly/rawhide/1999-01-01')).toEqual([])
  })

  test('can be read by its number', async () => {
    const { archive } = await open()
    const first = await archive.recordEdition(run, 'a/1', editionOf(run))
    const second = await archive.recordEdition(run, 'a/2', editionOf(run))

    expect(JSON.parse((await archive.reportOf(run.id, 1)) ?? '')).toEqual(first.report)
    expect(JSON.parse((await archive.reportOf(run.id)) ?? '')).toEqual(second.report)
    expect(await archive.reportOf(run.id, 3)).toBeNull()
  })
})

describe('the baseline', () => {
  const tested = (date: string) => editionOf(runOf(date))
  const untested = (date: string) =>
    editionOf(runOf(date), { jobs: [], facts: { outcome: 'absent', compose: null, images: null } })

  test('is the last night before with results', async () => {
    const { archive } = await open()
    for (const date of ['2026-11-21', '2026-11-22', '2026-11-24'])
      await archive.recordEdition(runOf(date), 'a/1', tested(date))
    await archive.recordEdition(runOf('2026-11-23'), 'a/1', untested('2026-11-23'))
    await archive.recordEdition(
      runOf('2026-11-23', 'branched'),
      'a/1',
      editionOf(runOf('2026-11-23', 'branched')),
    )

    const baseline = await archive.baselineOf('rawhide', { before: '2026-11-24' })

    expect(baseline).toMatchObject({ run: 'nightly/rawhide/2026-11-22', edition: 1 })
    expect(baseline?.report.compose?.id).toBe('Fedora-Rawhide-20261122.n.0')
    expect(await archive.baselineOf('rawhide', { before: '2026-11-21' })).toBeNull()
  })

  test('is not one that an older night delivers late', async () => {
    const { archive } = await open()
    await archive.recordEdition(runOf('2026-11-22'), 'a/1', tested('2026-11-22'))
    await archive.recordEdition(runOf('2026-11-21'), 'a/1', tested('2026-11-21'))
    await archive.recordEdition(runOf('2026-11-21'), 'a/2', tested('2026-11-21'))

    expect(await archive.baselineOf('rawhide', { before: '2026-11-24' })).toMatchObject({
      run: 'nightly/rawhide/2026-11-22',
    })
  })

  test('is the edition that stood at the moment', async () => {
    const { archive } = await open()
    const at = (time: string) => ({ facts: { at: `2026-11-22T${time}:00.000Z` } })
    const night = runOf('2026-11-22')
    await archive.recordEdition(night, 'a/1', editionOf(night, at('11:00')))
    await archive.recordEdition(night, 'a/2', editionOf(night, at('15:00')))
    const stood = (when: string | null) => archive.baselineOf('rawhide', { before: '2026-11-23', at: when })

    expect(await stood('2026-11-22T12:00:00.000Z')).toMatchObject({ edition: 1 })
    expect(await stood('2026-11-22T15:00:00.000Z')).toMatchObject({ edition: 2 })
    expect(await stood(null)).toMatchObject({ edition: 2 })
    expect(await stood('2026-11-22T10:00:00.000Z')).toBeNull()
  })

  test('is lost where its report cannot be read', async () => {
    const { db, archive } = await open()
    await archive.recordEdition(run, 'a/1', editionOf(run))
    await sql`update editions set report = '{"schema":99}'`.execute(db)

    await expect(archive.baselineOf('rawhide', { before: '2026-11-25' })).rejects.toMatchObject({
      name: 'LostValue',
      message: expect.stringMatching(/nightly\/rawhide\/2026-11-24 edition 1 cannot be read/),
    })
  })
})
