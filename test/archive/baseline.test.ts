import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, runOf } from './nights.ts'

async function open() {
  const { db } = await freshArchive()
  return { db, archive: postgresArchive(db) }
}

const tested = (date: string) => editionOf(runOf(date))
const untested = (date: string) =>
  editionOf(runOf(date), { jobs: [], facts: { outcome: 'absent', compose: null, images: null } })
const at = (time: string) => ({ facts: { at: `2026-11-22T${time}:00.000Z` } })

describe('the baseline', () => {
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
    await archive.recordEdition(runOf('2026-11-24'), 'a/1', tested('2026-11-24'))
    await sql`update editions set report = '{"schema":99}'`.execute(db)

    await expect(archive.baselineOf('rawhide', { before: '2026-11-25' })).rejects.toMatchObject({
      name: 'LostValue',
      message: expect.stringMatching(/nightly\/rawhide\/2026-11-24 edition 1 cannot be read/),
    })
  })
})
