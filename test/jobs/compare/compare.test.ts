import { describe, expect, test } from 'vitest'
import { compare } from '../../../jobs/compare/compare.ts'
import { scenarioOf } from '../../../jobs/results/lineage.ts'
import { jobOf } from '../job-of.ts'
import { comparisonIn, composeBefore, input, nightBefore, told, toldId, toldIn } from './story.ts'

describe('a comparison', () => {
  test('names the last night before, and on how many it looks back', () => {
    expect(comparisonIn('ppp')).toMatchObject({
      baseline: { run: 'run-1', edition: 1, compose: composeBefore(1), date: null },
      nights: 2,
      unknown: null,
    })
  })

  test('has no baseline on a first night', () => {
    expect(comparisonIn('p')).toMatchObject({ baseline: null, nights: 0, unknown: null })
  })

  test('says why nobody could ask for the nights before', () => {
    const past = { kind: 'unknown', why: 'it is away' } as const

    expect(comparisonIn('pp', { past })).toMatchObject({ baseline: null, nights: 0, unknown: 'it is away' })
  })

  test('has the tests in the order of their scenarios', () => {
    const names = ['c', 'a', 'b']
    const jobs = names.map((name, nth) => jobOf({ id: nth, test: name }))
    const nights = [nightBefore(1, [jobOf({ id: 1, test: 'aa' })])]

    const { tests } = compare(input(jobs, { past: { kind: 'known', nights } }))

    expect(tests.map(({ test: name }) => name)).toEqual(['a', 'aa', 'b', 'c'])
  })

  test('tells tests apart by each part of their names', () => {
    const job = jobOf({ id: 1, test: told, result: 'failed' })
    const others = (['distri', 'flavor', 'arch', 'test', 'machine'] as const).map((part, nth) => ({
      ...job,
      id: nth + 2,
      [part]: 'another',
      result: 'passed',
    }))
    const nights = [nightBefore(1, others)]

    const { tests } = compare(input([job, ...others], { past: { kind: 'known', nights } }))

    expect(tests.find((each) => scenarioOf(each) === scenarioOf(job))?.class).toBe('never-passed')
    expect(tests).toHaveLength(6)
  })
})

describe('a compared test', () => {
  test('is required where the configuration says so', () => {
    const { tests } = comparisonIn('pp', { isRequired: ({ test: name }) => name === told })

    expect(tests.map(({ test: name, required }) => [name, required])).toEqual([
      [told, true],
      ['always_there', false],
    ])
  })

  test('has its earlier tries of tonight, the first first', () => {
    const job = { test: told, failedModules: [] }
    const tries = [
      jobOf({ id: 5, ...job, result: 'incomplete', cloneId: 6 }),
      jobOf({ id: 6, ...job, result: 'failed', cloneId: 7 }),
      jobOf({ id: 7, ...job, result: 'user_restarted', cloneId: 8 }),
      jobOf({ id: 8, ...job, result: 'failed' }),
    ]

    expect(compare(input(tries)).tests).toMatchObject([
      { class: 'failed', job: { id: 8 }, failedTries: [{ id: 5 }, { id: 6 }] },
    ])
  })

  test('of another name has no part in the tries', () => {
    expect(toldIn('k').failedTries).toMatchObject([{ id: toldId }])
    expect(comparisonIn('k').tests.find(({ test: name }) => name === 'always_there')?.failedTries).toEqual([])
  })

  test.each([
    ['pgf', ['_login']],
    ['gf', ['_login']],
    ['pgn-f', ['_login']],
    ['pff', []],
    ['pbf', []],
    ['puf', []],
    ['pf', []],
    ['f', []],
    ['pgp', []],
    ['pfp', []],
    ['pfi', []],
  ])('names the modules in which it failed before, where they are others: `%s`', (story, modules) => {
    expect(toldIn(story).otherModules).toEqual(modules)
  })

  test.each([
    ['f', false],
    ['-f', false],
    ['pf', true],
    ['sf', true],
    ['pff', false],
    ['pgf', true],
    ['gf', true],
    ['s', false],
    ['ps', true],
    ['fs', true],
    ['ss', false],
    ['s-ns', false],
    ['p', false],
    ['fp', false],
    ['n', true],
    ['pn', true],
    ['fi', true],
    ['pnn', false],
    ['p-n', false],
    ['nc', false],
  ])('is new in what it does tonight: `%s` %s', (story, isNew) => {
    expect(toldIn(story).isNew).toBe(isNew)
  })

  test.each([
    ['k', { flaky: 1, nights: 1 }],
    ['pk', { flaky: 1, nights: 2 }],
    ['kkpnfk', { flaky: 3, nights: 5 }],
    ['kp', null],
    ['kf', null],
  ])('tells on how many of its runs it was flaky: `%s` %o', (story, flakes) => {
    expect(toldIn(story).flakes).toEqual(flakes)
  })

  test.each([
    ['pf', 1],
    ['pfff', 3],
    ['psf', 1],
    ['pkn-f', 3],
    ['ff', null],
    ['f', null],
    ['fp', null],
    ['pn', null],
  ])('that failed names the last compose on which it passed: `%s` %s nights ago', (story, nights) => {
    expect(toldIn(story).lastPassed).toBe(nights === null ? null : composeBefore(nights))
  })

  test('fails on the other stream, too, where it failed on both', () => {
    const failedElsewhere = [jobOf({ id: 1, test: told })]

    expect(toldIn('pf', { failedElsewhere }).failsElsewhere).toBe(true)
    expect(toldIn('pf', { failedElsewhere, bugs: { [toldId]: ['brc#1'] } }).failsElsewhere).toBe(true)
    expect(toldIn('pp', { failedElsewhere }).failsElsewhere).toBe(false)
    expect(toldIn('pn', { failedElsewhere }).failsElsewhere).toBe(false)
    expect(toldIn('pf', { failedElsewhere: [jobOf({ id: 1, test: 'x' })] }).failsElsewhere).toBe(false)
  })
})
