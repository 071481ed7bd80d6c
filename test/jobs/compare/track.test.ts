import { describe, expect, test } from 'vitest'
import { failsAlike, nightsOf, rowOfFailures, tracksOf, type Track } from '../../../jobs/compare/track.ts'
import { scenarioOf } from '../../../jobs/results/lineage.ts'
import { jobOf } from '../job-of.ts'
import { composeBefore, nightBefore, toldIn } from './story.ts'

const job = jobOf({ id: 1, test: 'told' })
const filler = jobOf({ id: 2, test: 'other' })

/** The track of a test that had a job on these nights of so many. */
function trackOf(nights: number, isThere: (nightsAgo: number) => boolean): Track | undefined {
  const before = Array.from({ length: nights }, (_, nth) =>
    nightBefore(nth + 1, isThere(nth + 1) ? [job, filler] : [filler]),
  )
  return tracksOf(before).get(scenarioOf(job))
}

describe('a row of failures', () => {
  test.each([
    ['f', { since: 0, nights: 1, orEarlier: true }, 'there is no night before'],
    ['-f', { since: 0, nights: 1, orEarlier: false }, 'it never ran before'],
    ['pf', { since: 0, nights: 1, orEarlier: false }, 'it passed before'],
    ['pff', { since: 1, nights: 2, orEarlier: false }, 'it fails for two nights'],
    ['ff', { since: 1, nights: 2, orEarlier: true }, 'it failed on every night'],
    ['f-f', { since: 2, nights: 2, orEarlier: true }, 'it failed whenever it ran'],
    ['pfn-if', { since: 4, nights: 2, orEarlier: false }, 'it did not run on some nights between'],
    ['fpfkf', { since: 0, nights: 1, orEarlier: false }, 'it was flaky between'],
    ['pgf', { since: 0, nights: 1, orEarlier: false }, 'it failed in other modules before'],
    ['gf', { since: 0, nights: 1, orEarlier: false }, 'it failed in other modules on every night before'],
    ['pgbf', { since: 2, nights: 3, orEarlier: false }, 'each night has a module in common with the next'],
    ['pguf', { since: 1, nights: 2, orEarlier: false }, 'unknown modules do not join two that differ'],
    ['pfuuf', { since: 3, nights: 4, orEarlier: false }, 'unknown modules do not end it'],
    ['pffu', { since: 2, nights: 3, orEarlier: false }, 'the modules of tonight are not known'],
  ])('of `%s` is %o: %s', (story, { since, ...row }) => {
    expect(toldIn(story).failing).toEqual({ since: composeBefore(since), ...row })
  })

  test('has the latest night first', () => {
    const run = { ended: 'failed', flaky: false, failedModules: ['_boot'] } as const
    const runs = [1, 2].map((nights) => ({ ...run, night: String(nights), compose: composeBefore(nights) }))

    expect(rowOfFailures(runs, ['_boot'])).toEqual(runs)
  })

  test.each([
    ['fp', { since: 1, nights: 1, orEarlier: true }, 'it failed once'],
    ['pfp', { since: 1, nights: 1, orEarlier: false }, 'it passed before'],
    ['pff-np', { since: 4, nights: 2, orEarlier: false }, 'it failed some nights ago'],
    ['pgfp', { since: 1, nights: 1, orEarlier: false }, 'it failed in other modules before'],
    ['pguup', { since: 3, nights: 3, orEarlier: false }, 'its modules are not known'],
  ])('of a test that is fixed tonight ended on the last night that failed: `%s` %o, %s', (story, row) => {
    expect(toldIn(story).failing).toEqual({ ...row, since: composeBefore(row.since) })
  })

  test.each(['pp', 'pfs', 'pfk', 'pfn', 'pfr', 'pfx'])('is of no test that did otherwise: `%s`', (story) => {
    expect(toldIn(story).failing).toBeNull()
  })
})

test.each([
  [['a'], ['a'], true],
  [['a', 'b'], ['b', 'c'], true],
  [['a'], ['b'], false],
  [[], ['b'], true],
  [['a'], [], true],
  [[], [], true],
])('failures in %j and in %j may have the same cause: %s', (one, another, alike) => {
  expect(failsAlike(one, another)).toBe(alike)
})

describe('a test is usual', () => {
  test.each([
    [1, 1, true],
    [1, 2, false],
    [2, 3, true],
    [10, 20, false],
    [11, 20, true],
  ])('with a job on %i of %i nights: %s', (there, nights, usual) => {
    expect(trackOf(nights, (ago) => ago <= there)?.isUsual).toBe(usual)
  })

  test.each([
    ['had no job on the last 20', (ago: number) => ago > 20, false],
    ['had a job on 10 of the last 20', (ago: number) => ago > 10, false],
    ['had a job on 11 of the last 20', (ago: number) => ago > 9 && ago <= 20, true],
  ])('of 30 nights, only by the last 20: it %s', (_, isThere, usual) => {
    expect(trackOf(30, isThere)?.isUsual).toBe(usual)
  })
})

describe('the track of a test', () => {
  test('has the nights on which it ran, the latest first', () => {
    const nights = ['p', 'n', 'f'].map((letter, nth) =>
      nightBefore(nth + 1, [{ ...job, result: { p: 'passed', n: 'skipped', f: 'failed' }[letter] ?? '' }]),
    )

    expect(tracksOf(nights).get(scenarioOf(job))).toMatchObject({
      runs: [
        { compose: composeBefore(1), ended: 'passed' },
        { compose: composeBefore(3), ended: 'failed' },
      ],
      wasThere: true,
      ranLast: true,
    })
  })

  test.each([
    ['passed', { wasThere: true, ranLast: true }],
    ['softfailed', { wasThere: true, ranLast: true }],
    ['failed', { wasThere: true, ranLast: true }],
    ['skipped', { wasThere: true, ranLast: false }],
    ['incomplete', { wasThere: true, ranLast: false }],
  ])('tells of the night before, where it ended %s', (result, told) => {
    expect(tracksOf([nightBefore(1, [{ ...job, result }])]).get(scenarioOf(job))).toMatchObject(told)
  })

  test('has a night once, however often the night has the test', () => {
    const night = nightBefore(1, [job])
    const twice = { ...night, tests: [...night.tests, ...night.tests] }

    expect(tracksOf([twice, nightBefore(2, [filler])]).get(scenarioOf(job))).toMatchObject({
      runs: [{ compose: composeBefore(1) }],
      isUsual: false,
    })
  })

  test('tells that it was not there on the night before', () => {
    expect(trackOf(2, (ago) => ago === 2)).toMatchObject({ wasThere: false, ranLast: false })
  })
})

test('a respin is of the same night', () => {
  const run = { ended: 'failed', flaky: false, failedModules: [], compose: '' } as const
  const runs = ['2026-11-23', '2026-11-23', '2026-11-22'].map((night) => ({ ...run, night }))

  expect(nightsOf(runs)).toBe(2)
})
