import { expect, test } from 'vitest'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import { freshArchive } from './fresh-database.ts'
import { editionOf, runOf } from './nights.ts'

test('the newest editions are those that were made last, with what their reports say', async () => {
  const { db } = await freshArchive()
  const archive = postgresArchive(db)
  const [old, rawhide, branched] = [runOf('2026-11-20'), runOf('2026-11-24'), runOf('2026-11-23', 'branched')]
  for (const run of [old, rawhide, branched]) await archive.recordEdition(run, 'a/1', editionOf(run))
  await archive.recordEdition(old, 'a/2', editionOf(old, { facts: { at: '2026-11-25T08:00:00.000Z' } }))

  const named = async (stream: string | null, limit = 50) =>
    (await archive.newestEditions({ stream, limit })).map(({ run, number }) => `${run} ${number}`)

  expect(await named(null)).toEqual([`${old.id} 2`, `${rawhide.id} 1`, `${branched.id} 1`, `${old.id} 1`])
  expect(await named(null, 2)).toEqual([`${old.id} 2`, `${rawhide.id} 1`])
  expect(await named('branched')).toEqual([`${branched.id} 1`])
  expect(await named('iot')).toEqual([])
  const [newest] = await archive.newestEditions({ stream: null, limit: 1 })
  expect(newest).toMatchObject({
    stream: 'rawhide',
    at: '2026-11-25T08:00:00.000Z',
    subject: expect.stringContaining('[Rawhide]'),
    headline: expect.stringContaining('Rawhide'),
  })
})
