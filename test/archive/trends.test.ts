import { expect, test } from 'vitest'
import { jobOf } from '../jobs/job-of.ts'
import { freshDatabase } from './fresh-database.ts'
import { editionOf, imageOf, runOf } from './nights.ts'

const look = { stream: 'rawhide', nights: 90 }

test('a night has its first report, and how long each stage took until then', async () => {
  await using database = await freshDatabase()
  const { archive } = database
  const [run, open] = [runOf('2026-11-24'), runOf('2026-11-25')]
  const [since, until] = ['2026-11-24T05:15:00.000Z', '2026-11-24T06:45:00.000Z']
  const stages = [
    { name: 'find', since, until, lastAnswer: '' },
    { name: 'complete', since: until, until: null, lastAnswer: '' },
  ]
  await archive.recordEdition(run, 'a/1', editionOf(run, { facts: { stages, at: until } }))
  await archive.recordEdition(run, 'a/2', editionOf(run, { facts: { at: '2026-11-24T20:00:00.000Z' } }))
  await archive.openRun(open, open.due)

  expect(await archive.trendNights(look)).toMatchObject([
    { run: run.id, reportedAt: until, stages: [{ name: 'find', ms: 5_400_000 }] },
  ])
})

const jobs = (result: string) => [
  jobOf({ id: 1, result, test: 'a' }),
  jobOf({ id: 2, result: 'softfailed', test: 'b' }),
  jobOf({ id: 3, result: 'failed', test: 'c', arch: 'aarch64' }),
]

test('pass rates are those of each arch, of the edition that stands', async () => {
  await using database = await freshDatabase()
  const { archive } = database
  const run = runOf('2026-11-24')
  await archive.recordEdition(run, 'a/1', editionOf(run, { jobs: jobs('failed') }))
  await archive.recordEdition(run, 'a/2', editionOf(run, { jobs: jobs('passed') }))

  expect(await archive.archRates(look)).toEqual([
    { run: run.id, arch: 'aarch64', passed: 0, of: 1 },
    { run: run.id, arch: 'x86_64', passed: 2, of: 2 },
  ])
})

test('images come in the order of how much their sizes changed', async () => {
  await using database = await freshDatabase()
  const { archive } = database
  for (const [date, server, kde] of [
    ['2026-11-23', 1000, 1000],
    ['2026-11-24', 1100, 500],
  ] as const) {
    const run = runOf(date)
    const images = [
      imageOf({ subvariant: 'Server', size: server }),
      imageOf({ subvariant: 'KDE', size: kde }),
      ...(date === '2026-11-24' ? [imageOf({ subvariant: 'New', size: 7 })] : []),
    ]
    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs: [jobOf({ id: 1 })], images }))
  }

  const trends = await archive.imageTrends(look, 8)

  expect(trends.map(({ subvariant, sizes }) => [subvariant, sizes.map(({ bytes }) => bytes)])).toEqual([
    ['KDE', [1000, 500]],
    ['Server', [1000, 1100]],
  ])
  expect(await archive.imageTrends(look, 1)).toHaveLength(1)
})

test('a bug has the tests whose jobs name it, and on how many nights', async () => {
  await using database = await freshDatabase()
  const { archive } = database
  const failing = [
    jobOf({ id: 1, result: 'failed', test: 'a' }),
    jobOf({ id: 2, result: 'failed', test: 'b' }),
  ]
  for (const [date, bugs] of [
    ['2026-11-22', { 1: ['brc#7'], 2: ['brc#7'] }],
    ['2026-11-23', { 1: ['brc#7', 'brc#8'] }],
    ['2026-11-24', {}],
  ] as const) {
    const run = runOf(date)
    await archive.recordEdition(run, 'a/1', editionOf(run, { jobs: failing, facts: { bugs } }))
  }

  const told = await archive.namedBugs(look)

  expect(told.map(({ bug, test: name, nights, run }) => [bug, name, nights, run])).toEqual([
    ['brc#7', 'a', 2, 'nightly/rawhide/2026-11-23'],
    ['brc#8', 'a', 1, 'nightly/rawhide/2026-11-23'],
    ['brc#7', 'b', 1, 'nightly/rawhide/2026-11-22'],
  ])
})
