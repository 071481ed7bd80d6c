import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { jobOf } from '../jobs/job-of.ts'
import { counts } from './filled.ts'
import { freshArchive } from './fresh-database.ts'
import { composeOf, editionOf, imageOf, runOf } from './nights.ts'

const run = runOf('2026-11-24')

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

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
      { number: 2, key: 'a/2', verdict: 'degraded', tests: 1 },
    ])
    expect(await archive.nights()).toMatchObject([{ edition: 2, verdict: 'degraded', outcome: 'tested' }])
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
