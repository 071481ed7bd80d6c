import { describe, expect, test } from 'vitest'
import { jobOf } from '../jobs/job-of.ts'
import { composeOf, editionOf, imageOf, runOf } from './nights.ts'
import { daysBefore, last, open, place, scenario } from './story.ts'

const look = { stream: 'rawhide', nights: 30 }

describe('the list of nights', () => {
  test('has one row a night with the edition that stands, the latest first', async () => {
    const archive = await open('ppf')
    const run = runOf(last)
    await archive.recordEdition(run, 'key/2', editionOf(run))

    const list = await archive.nights({ stream: 'rawhide' })

    expect(list.map(({ date, verdict, edition }) => [date, verdict, edition])).toEqual([
      ['2026-11-24', 'passed', 2],
      ['2026-11-23', 'passed', 1],
      ['2026-11-22', 'passed', 1],
    ])
  })

  test('can be narrowed by stream, verdict, time and number', async () => {
    const archive = await open('pfpfp')
    const branched = runOf(last, 'branched')
    await archive.recordEdition(branched, 'key/1', editionOf(branched))
    const dates = async (filter: Parameters<typeof archive.nights>[0]) =>
      (await archive.nights(filter)).map(({ stream, date }) => `${stream} ${date}`)

    expect(await dates({})).toHaveLength(6)
    expect(await dates({ stream: 'branched' })).toEqual(['branched 2026-11-24'])
    expect(await dates({ verdicts: ['degraded'] })).toEqual(['rawhide 2026-11-23', 'rawhide 2026-11-21'])
    expect(await dates({ verdicts: ['degraded', 'passed'], stream: 'rawhide' })).toHaveLength(5)
    expect(await dates({ since: '2026-11-23', stream: 'rawhide' })).toEqual([
      'rawhide 2026-11-24',
      'rawhide 2026-11-23',
    ])
    expect(await dates({ before: '2026-11-21', stream: 'rawhide' })).toEqual(['rawhide 2026-11-20'])
    expect(await dates({ limit: 1, verdicts: ['degraded'] })).toEqual(['rawhide 2026-11-23'])
    expect(await dates({ stream: "'; drop table runs; --" })).toEqual([])
  })
})

test('of candidates of one day the last is the one with the highest label', async () => {
  const archive = await open('')
  for (const label of ['RC-1.2', 'RC-1.10', 'RC-1.9']) {
    const run = { ...runOf(last, 'candidate'), id: `candidate/44/${label}`, temporalRun: label }
    await archive.recordEdition(run, label, editionOf(run))
  }
  const ordered = ['candidate/44/RC-1.10', 'candidate/44/RC-1.9', 'candidate/44/RC-1.2']

  const nights = await archive.nights({ stream: 'candidate' })
  const history = await archive.testHistory(scenario, { stream: 'candidate', nights: 2 })

  expect(nights.map(({ run }) => run)).toEqual(ordered)
  expect(history.map(({ run }) => run)).toEqual(ordered.slice(0, 2))
  expect(await archive.lastGood('candidate')).toMatchObject({ run: 'candidate/44/RC-1.10' })
})

describe('the history of a test', () => {
  test('has every night that was tested, also those without the test', async () => {
    const archive = await open('pf-ks')

    expect(
      (await archive.testHistory(scenario, look)).map(({ date, standing, flaky, failedModules }) => [
        date,
        standing,
        flaky,
        failedModules,
      ]),
    ).toEqual([
      ['2026-11-24', 'skipped', false, []],
      ['2026-11-23', 'passed', true, []],
      ['2026-11-22', null, null, []],
      ['2026-11-21', 'failed', false, ['_boot']],
      ['2026-11-20', 'passed', false, []],
    ])
  })

  test('looks back on so many nights, and from a moment', async () => {
    const archive = await open('pfpfp')
    const history = async (nights: number, before?: string) =>
      (
        await archive.testHistory(scenario, { ...look, nights, ...(before === undefined ? {} : { before }) })
      ).map(({ date }) => date)

    expect(await history(2)).toEqual(['2026-11-24', '2026-11-23'])
    expect(await history(2, runOf(last).due)).toEqual(['2026-11-23', '2026-11-22'])
  })

  test('is that of the edition that stands', async () => {
    const archive = await open('f')
    const run = runOf(last)
    await archive.recordEdition(run, 'key/2', editionOf(run, { jobs: [jobOf({ id: 7, test: 'told' })] }))

    expect(await archive.testHistory(scenario, look)).toMatchObject([
      { edition: 2, job: 7, standing: 'passed' },
    ])
  })

  test('of a test that nobody knows has nights and no results', async () => {
    const archive = await open('pp')

    expect(await archive.testHistory({ ...scenario, test: 'nobody' }, look)).toMatchObject([
      { standing: null },
      { standing: null },
    ])
  })
})

describe('the last good night', () => {
  test('is the last that passed, before a moment if one is given', async () => {
    const archive = await open('pfpff')

    expect(await archive.lastGood('rawhide')).toMatchObject({ date: '2026-11-22' })
    expect(await archive.lastGood('rawhide', { before: '2026-11-22' })).toMatchObject({ date: '2026-11-20' })
    expect(await archive.lastGood('rawhide', { verdicts: ['degraded'] })).toMatchObject({
      date: '2026-11-24',
    })
    expect(await archive.lastGood('branched')).toBeNull()
  })
})

describe('flake rates', () => {
  test('count the nights on which a test passed only when tried again, of those that it ran on', async () => {
    const archive = await open('kfpk-s')

    expect(await archive.flakeRates(look)).toEqual([
      { ...scenario, nights: 4, flaky: 2, failed: 1, rate: 0.5 },
    ])
    expect(await archive.flakeRates({ ...look, nights: 2 })).toEqual([])
  })
})

describe('the usual images', () => {
  test('are those of the last tested composes, with how many had each', async () => {
    const archive = await open()
    const nights = [
      [imageOf({ subvariant: 'Server' }), imageOf({ subvariant: 'Minimal', format: 'raw' })],
      [
        imageOf({ subvariant: 'Server', size: 2_000 }),
        imageOf({ subvariant: 'Server', path: 'twice', size: 1 }),
      ],
      [imageOf({ subvariant: 'Server', size: 3_000 }), imageOf({ subvariant: 'Minimal_Appliance', size: 9 })],
    ]
    for (const [days, images] of nights.entries()) {
      const run = runOf(daysBefore(days))
      await archive.recordEdition(run, 'key/1', editionOf(run, { images }))
    }

    const key = { type: 'dvd', arch: 'x86_64' }
    expect(await archive.usualImages({ ...look, nights: 20 })).toEqual([
      {
        ...key,
        identity: 'server dvd x86_64',
        subvariant: 'Server',
        seen: 3,
        of: 3,
        size: 1_000_000,
        lastCompose: place(0).compose,
      },
      {
        ...key,
        identity: 'minimal dvd x86_64',
        subvariant: 'Minimal',
        seen: 2,
        of: 3,
        size: 1_000_000,
        lastCompose: place(0).compose,
      },
    ])
    expect(await archive.usualImages({ ...look, nights: 1, before: runOf(last).due })).toMatchObject([
      { seen: 1, of: 1, size: 2_000 },
    ])
  })
})

describe('the images of a compose', () => {
  test('are those that its night recorded, by path', async () => {
    const archive = await open()
    const run = runOf(last)
    const images = ['b', 'a'].map((path) => imageOf({ subvariant: 'KDE', path, size: 5_000_000_000 }))
    await archive.recordEdition(run, 'key/1', editionOf(run, { images }))

    expect(await archive.imagesOf(composeOf(run).id)).toEqual(images.toReversed())
    expect(await archive.imagesOf('Fedora-Rawhide-20261123.n.0')).toEqual([])
  })
})
