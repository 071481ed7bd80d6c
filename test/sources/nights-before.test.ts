import { describe, expect, test } from 'vitest'
import type { Stream } from '../../compose/naming/stream.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import { failedOf, nightsBefore } from '../../sources/nights-before.ts'
import { editionOf, imageOf, runOf, type ToldEdition } from '../archive/nights.ts'
import { daysBefore, last, open, place, scenario } from '../archive/story.ts'
import { jobOf } from '../jobs/job-of.ts'

const tonight = { stream: 'rawhide', date: '2026-11-25' } as const
const at = '2026-11-25T12:00:00.000Z'
const fails = { jobs: [jobOf({ id: 1, test: 'told', result: 'failed' })] }
const absent: ToldEdition = { jobs: [], facts: { outcome: 'absent', compose: null, images: null } }

/** Records the first edition of nights, so many days before the last. */
async function record(
  archive: NightArchive,
  nights: Readonly<Record<number, ToldEdition>>,
  stream: Stream = 'rawhide',
): Promise<void> {
  for (const [days, told] of Object.entries(nights)) {
    const run = runOf(daysBefore(Number(days)), stream)
    await archive.recordEdition(run, 'key/1', editionOf(run, told))
  }
}

describe('of an archive that is empty', () => {
  test('nothing is known, and nothing is wrong', async () => {
    expect(await nightsBefore(await open(), { night: tonight, run: 'tonight', at })).toEqual({
      past: { kind: 'known', nights: [] },
      failedElsewhere: [],
      usualImages: [],
      baselineCompose: null,
      baselineImages: null,
      composeless: { nights: 1, lastGood: null },
    })
  })
})

describe('the nights before a night', () => {
  test('are those of its stream before its date, thirty at most', async () => {
    const archive = await open('p'.repeat(33))

    const { past } = await nightsBefore(archive, { night: { ...tonight, date: last }, run: 'tonight', at })

    const dates = past.kind === 'known' ? past.nights.map(({ date }) => date) : []
    expect(dates).toHaveLength(30)
    expect(dates[0]).toBe(daysBefore(1))
  })

  test('are told as they stood when the night reported', async () => {
    const archive = await open('f')
    const run = runOf(last)
    const mended = { jobs: [jobOf({ id: 9, test: 'told' })], facts: { at: '2026-11-25T15:00:00.000Z' } }
    await archive.recordEdition(run, 'key/2', editionOf(run, mended))

    const { past } = await nightsBefore(archive, { night: tonight, run: 'tonight', at })

    expect(past).toMatchObject({ kind: 'known', nights: [{ edition: 1 }] })
  })
})

describe('the images before a night', () => {
  const server = imageOf({ subvariant: 'Server' })
  const kde = imageOf({ subvariant: 'KDE' })

  test('are those of the last compose that was tested', async () => {
    const archive = await open()
    await record(archive, { 2: { images: [kde] }, 1: { images: [server] }, 0: absent })

    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).baselineImages).toEqual([
      server,
    ])
  })

  test('are not known where that compose has none in the archive', async () => {
    const archive = await open()
    await record(archive, { 1: { images: [kde] }, 0: {} })

    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).baselineImages).toBeNull()
  })

  test('are counted over the last twenty composes before its date', async () => {
    const archive = await open()
    const nights = Object.fromEntries(Array.from({ length: 22 }, (_, days) => [days, { images: [server] }]))
    await record(archive, nights)

    const { usualImages } = await nightsBefore(archive, {
      night: { ...tonight, date: last },
      run: 'tonight',
      at,
    })

    expect(usualImages).toMatchObject([
      { subvariant: 'Server', seen: 20, of: 20, lastCompose: place(1).compose },
    ])
  })
})

describe('of the other stream', () => {
  test.each([
    ['the same date', -1, true],
    ['the day before', 0, true],
    ['two days before', 1, true],
    ['three days before', 2, false],
    ['the day after', -2, false],
  ])('the failures of %s are told: %s', async (_, days, areTold) => {
    const archive = await open()
    await record(archive, { [days]: fails }, 'branched')

    const { failedElsewhere } = await nightsBefore(archive, { night: tonight, run: 'tonight', at })

    expect(failedElsewhere).toMatchObject(areTold ? [scenario] : [])
    expect(failedElsewhere).toHaveLength(areTold ? 1 : 0)
  })

  test('only the last night is told, as it stood when the night reported', async () => {
    const archive = await open()
    await record(archive, { 1: fails, 0: {} }, 'branched')
    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).failedElsewhere).toEqual([])

    const run = runOf(last, 'branched')
    await archive.recordEdition(
      run,
      'key/2',
      editionOf(run, { ...fails, facts: { at: '2026-11-25T15:00:00.000Z' } }),
    )
    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).failedElsewhere).toEqual([])
    expect(
      (await nightsBefore(archive, { night: tonight, run: 'tonight', at: '2026-11-25T15:00:00.000Z' }))
        .failedElsewhere,
    ).toHaveLength(1)
  })

  test('are the failures of Rawhide for a night of Branched', async () => {
    const archive = await open('f')

    const { failedElsewhere, past } = await nightsBefore(archive, {
      night: { ...tonight, stream: 'branched' },
      run: 'tonight',
      at,
    })

    expect(failedElsewhere).toMatchObject([scenario])
    expect(past).toEqual({ kind: 'known', nights: [] })
  })
})

describe('nights without a compose', () => {
  test.each<[string, Readonly<Record<number, ToldEdition>>, number]>([
    ['the night before had one', { 0: {} }, 1],
    ['the night before had none', { 1: {}, 0: absent }, 2],
    ['the two nights before had none', { 2: {}, 1: absent, 0: absent }, 3],
    ['the last of them was longer ago', { 1: absent, 0: {} }, 1],
    ['there was never one', { 1: absent, 0: absent }, 3],
  ])('are counted in a row, this one too, where %s', async (_, nights, count) => {
    const archive = await open()
    await record(archive, nights)

    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).composeless).toMatchObject({
      nights: count,
    })
  })

  test('are told with the last compose that passed', async () => {
    const archive = await open('pf')
    await record(archive, { 5: {} })

    expect((await nightsBefore(archive, { night: tonight, run: 'tonight', at })).composeless).toEqual({
      nights: 1,
      lastGood: place(1).compose,
    })
    expect(
      (await nightsBefore(archive, { night: { ...tonight, date: daysBefore(1) }, run: 'tonight', at }))
        .composeless,
    ).toEqual({
      nights: 1,
      lastGood: place(5).compose,
    })
  })
})

test('the failed tests of a night are those that stand so, not those that broke off', () => {
  const named = { ...scenario, flaky: false, failedModules: [] }
  const tests = (['failed', 'passed', 'broken', 'skipped', 'softfailed'] as const).map((standing) => ({
    ...named,
    test: standing,
    standing,
  }))

  expect(
    failedOf({ run: 'r', edition: 1, compose: 'c', date: null, tests }).map(({ test: name }) => name),
  ).toEqual(['failed'])
})
