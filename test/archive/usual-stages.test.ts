import { expect, test } from 'vitest'
import { freshDatabase } from './fresh-database.ts'
import { editionOf, runOf } from './nights.ts'

const minute = 60_000

/** A stage of a night that took some minutes; null if it never ended. */
function took(date: string, minutes: number | null) {
  const since = `${date}T05:15:00.000Z`
  const until = minutes === null ? null : new Date(Date.parse(since) + minutes * minute).toISOString()
  return [{ name: 'complete', since, until, lastAnswer: '' }]
}

test('nine of ten nights had a stage by its usual time, as their first reports tell', async () => {
  await using database = await freshDatabase()
  const { archive } = database
  for (let day = 1; day <= 20; day++) {
    const date = `2026-10-${String(day).padStart(2, '0')}`
    const run = runOf(date)
    await archive.recordEdition(run, 'key/1', editionOf(run, { facts: { stages: took(date, day) } }))
    await archive.recordEdition(run, 'key/2', editionOf(run, { facts: { stages: took(date, 900) } }))
  }
  const never = runOf('2026-10-21')
  await archive.recordEdition(
    never,
    'key/1',
    editionOf(never, { facts: { stages: took('2026-10-21', null) } }),
  )
  const branched = runOf('2026-10-22', 'branched')
  await archive.recordEdition(branched, 'key/1', editionOf(branched))

  expect(await archive.usualStages({ stream: 'rawhide', nights: 30 })).toEqual([
    { name: 'complete', p90Ms: 18 * minute, nights: 20 },
  ])
  expect(await archive.usualStages({ stream: 'rawhide', nights: 11 })).toEqual([
    { name: 'complete', p90Ms: 19 * minute, nights: 10 },
  ])
})
