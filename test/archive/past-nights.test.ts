import { describe, expect, test } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { PastLook } from '../../archive/queries/past-nights.ts'
import { prune } from '../../archive/upkeep/prune.ts'
import type { NightFacts } from '../../report/facts.ts'
import { jobOf } from '../jobs/job-of.ts'
import { freshDatabase } from './fresh-database.ts'
import { composeOf, editionOf, runOf } from './nights.ts'
import { daysBefore, last, open, place, scenario } from './story.ts'

const look = { before: '2026-11-25', nights: 30 }
const failed = { test: 'told', result: 'failed' }
const absent: Partial<NightFacts> = { outcome: 'absent', compose: null, images: null }

/** The dates of the nights before, as the archive answers. */
async function datesIn(archive: NightArchive, otherwise: Partial<PastLook> = {}) {
  return (await archive.pastNights('rawhide', { ...look, ...otherwise })).map(({ date }) => date)
}

/** A night before, and when it was due. */
function due(days: number) {
  return { ...place(days), due: runOf(daysBefore(days)).due }
}

describe('the nights before', () => {
  test('are those of the stream that had results, the latest first', async () => {
    const archive = await open('pp-p')
    const untested = runOf(daysBefore(1))
    await archive.recordEdition(untested, 'key/2', editionOf(untested, { jobs: [], facts: absent }))
    const branched = runOf(last, 'branched')
    await archive.recordEdition(branched, 'key/1', editionOf(branched))

    expect(await datesIn(archive)).toEqual([last, daysBefore(2), daysBefore(3)])
  })

  test('are before a date, and so many at most', async () => {
    const archive = await open('pppp')

    expect(await datesIn(archive, { before: last })).toEqual([daysBefore(1), daysBefore(2), daysBefore(3)])
    expect(await datesIn(archive, { before: last, nights: 2 })).toEqual([daysBefore(1), daysBefore(2)])
    expect(await datesIn(archive, { before: daysBefore(3) })).toEqual([])
  })

  test('come in the order of their dates, however late their reports were', async () => {
    const archive = await open('pp')
    const older = runOf(daysBefore(1))
    const at = '2026-11-24T23:00:00.000Z'
    await archive.recordEdition(older, 'key/2', editionOf(older, { facts: { at } }))

    expect(await datesIn(archive)).toEqual([last, daysBefore(1)])
  })

  test('have the respin of a date before its first compose', async () => {
    const archive = await open('p')
    const respin = { ...runOf(last), id: 'nightly/rawhide/Fedora-Rawhide-20261124.n.1' }
    await archive.recordEdition(respin, 'key/1', editionOf(respin))

    const runs = (await archive.pastNights('rawhide', look)).map(({ run }) => run)

    expect(runs).toEqual([respin.id, runOf(last).id])
  })

  test('have each test as it stood: of the tries of a job, only the one that counts', async () => {
    const archive = await open('ksf')
    const always = { ...scenario, test: 'always_there', standing: 'passed', flaky: false, failedModules: [] }

    expect(await archive.pastNights('rawhide', look)).toEqual([
      {
        ...due(0),
        edition: 1,
        tests: expect.arrayContaining([
          { ...scenario, standing: 'failed', flaky: false, failedModules: ['_boot'] },
          always,
        ]),
      },
      {
        ...due(1),
        edition: 1,
        tests: expect.arrayContaining([
          { ...scenario, standing: 'skipped', flaky: false, failedModules: [] },
          always,
        ]),
      },
      {
        ...due(2),
        edition: 1,
        tests: expect.arrayContaining([
          { ...scenario, standing: 'passed', flaky: true, failedModules: [] },
          always,
        ]),
      },
    ])
    for (const { tests } of await archive.pastNights('rawhide', look)) expect(tests).toHaveLength(2)
  })

  test('have the modules in which a test failed, whatever they are called', async () => {
    const archive = await open()
    const run = runOf(last)
    const failedModules = ['_boot', 'quote"s, and {braces}', 'a,b', '\\', 'NULL']
    await archive.recordEdition(
      run,
      'key/1',
      editionOf(run, { jobs: [jobOf({ ...failed, id: 1, failedModules })] }),
    )

    expect(await archive.pastNights('rawhide', look)).toMatchObject([{ tests: [{ failedModules }] }])
  })

  test('tell the tests of two distributions apart', async () => {
    const archive = await open()
    const run = runOf(last)
    const jobs = [jobOf({ ...failed, id: 1, distri: 'eln' }), jobOf({ id: 2, test: 'told' })]
    await archive.recordEdition(run, 'key/1', editionOf(run, { jobs }))

    const [night] = await archive.pastNights('rawhide', look)

    expect(night?.tests).toHaveLength(2)
    expect(night?.tests).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ distri: 'eln', test: 'told', standing: 'failed' }),
        expect.objectContaining({ distri: 'fedora', test: 'told', standing: 'passed' }),
      ]),
    )
  })
})

describe('a night before', () => {
  test('is told in the edition that stood at the moment', async () => {
    const archive = await open()
    const run = runOf(last)
    const edition = (hour: number, result: string) =>
      editionOf(run, {
        jobs: [jobOf({ id: 1, test: 'told', result })],
        facts: { at: `2026-11-24T${hour}:00:00.000Z` },
      })
    await archive.recordEdition(run, 'key/1', edition(11, 'failed'))
    await archive.recordEdition(run, 'key/2', edition(15, 'passed'))
    const stood = (at: string | null) => archive.pastNights('rawhide', { ...look, at })

    expect(await stood('2026-11-24T10:59:59.999Z')).toEqual([])
    expect(await stood('2026-11-24T14:59:59.999Z')).toMatchObject([
      { edition: 1, tests: [{ standing: 'failed' }] },
    ])
    expect(await stood('2026-11-24T15:00:00.000Z')).toMatchObject([
      { edition: 2, tests: [{ standing: 'passed' }] },
    ])
    expect(await stood(null)).toMatchObject([{ edition: 2 }])
  })

  test('names the compose of that edition', async () => {
    const archive = await open()
    const run = runOf(last)
    const second = { ...composeOf(run), id: 'Fedora-Rawhide-20261124.n.1', label: null, status: 'FINISHED' }
    const at = '2026-11-24T15:00:00.000Z'
    await archive.recordEdition(run, 'key/1', editionOf(run))
    await archive.recordEdition(run, 'key/2', editionOf(run, { facts: { compose: second, at } }))
    const composes = async (moment: string) =>
      (await archive.pastNights('rawhide', { ...look, at: moment })).map(({ compose }) => compose)

    expect(await composes('2026-11-24T14:00:00.000Z')).toEqual([composeOf(run).id])
    expect(await composes('2026-11-24T16:00:00.000Z')).toEqual([second.id])
  })

  test('that was pruned is told in the edition that stands, without the modules that failed', async () => {
    await using database = await freshDatabase()
    const { archive, db } = database
    const run = runOf(last)
    const jobs = [jobOf({ ...failed, id: 1, failedModules: ['_boot'] }), jobOf({ id: 2, test: 'other' })]
    await archive.recordEdition(run, 'key/1', editionOf(run))
    await archive.recordEdition(run, 'key/2', editionOf(run, { jobs }))
    const end = {
      at: `${last}T12:00:00.000Z`,
      outcome: 'tested',
      verdict: 'degraded',
      compose: null,
      noReport: null,
    }
    await archive.closeRun(run, end)
    await prune(db, { valuesDays: 30, jobsDays: 30, heardDays: 30 }, '2027-03-01T00:00:00.000Z')

    const [night] = await archive.pastNights('rawhide', look)

    expect(night).toMatchObject({ ...place(0), edition: 2 })
    expect(night?.tests).toEqual(
      expect.arrayContaining([
        { ...scenario, standing: 'failed', flaky: false, failedModules: [] },
        { ...scenario, test: 'other', standing: 'passed', flaky: false, failedModules: [] },
      ]),
    )
  })
})
