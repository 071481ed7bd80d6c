import { describe, expect, test } from 'vitest'
import type { CompareInput } from '../../../jobs/compare/compare.ts'
import { compare } from '../../../jobs/compare/compare.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { jobOf } from '../job-of.ts'
import { comparisonIn, input, nightBefore, told, toldIn } from './story.ts'

const kde = { flavor: 'KDE-live-iso' }
const install = jobOf({ id: 1, test: 'install', ...kde })
const browser = jobOf({ id: 2, test: 'browser', ...kde })
const server = jobOf({ id: 3, test: 'install' })

/** The absent tests of a night, whose last nights had these jobs, the latest first. */
function absentIn(
  tonight: readonly Job[],
  nights: readonly (readonly Job[])[],
  otherwise: Partial<CompareInput> = {},
) {
  const past = { kind: 'known', nights: nights.map((jobs, nth) => nightBefore(nth + 1, jobs)) } as const
  return compare(input(tonight, { past, ...otherwise })).tests.filter(({ job }) => job === null)
}

const whyAbsent: CompareInput['whyAbsent'] = ({ flavor, arch }) => `no image for ${flavor} ${arch}`

describe('of a (flavor, arch) without any job', () => {
  test('each usual test did not run, and why is said', () => {
    const nights = [[install, browser, server]]

    expect(absentIn([server], nights, { whyAbsent })).toMatchObject([
      { test: 'browser', ...kde, class: 'not-run', absence: 'no image for KDE-live-iso x86_64', job: null },
      { test: 'install', ...kde, class: 'not-run', absence: 'no image for KDE-live-iso x86_64', job: null },
    ])
  })

  test('a test did not run although nobody knows why', () => {
    expect(absentIn([server], [[install, server]])).toMatchObject([
      { absence: 'openQA has no job of KDE-live-iso x86_64 tonight' },
    ])
  })

  test('a test that is not usual is forgotten', () => {
    expect(absentIn([server], [[install, server], [server]])).toEqual([])
    expect(absentIn([server], [[install, server], [server], [install, server]])).toHaveLength(1)
  })

  test('another arch has jobs, and its tests are its own', () => {
    const aarch64 = { ...install, id: 9, arch: 'aarch64' }

    expect(absentIn([aarch64], [[install, aarch64]])).toMatchObject([{ arch: 'x86_64' }])
  })

  test('a test is new among those that did not run where it ran on the night before', () => {
    const skipped = { ...install, result: 'skipped' }

    expect(absentIn([server], [[install]])).toMatchObject([{ isNew: true }])
    expect(absentIn([server], [[skipped], [install]])).toMatchObject([{ isNew: false }])
    expect(absentIn([server], [[server], [install], [install]])).toMatchObject([{ isNew: false }])
  })
})

describe('a test that alone is gone', () => {
  const nights = [[install, browser], [install]]

  test('did not run on the first such night, usual or not, and is forgotten then', () => {
    expect(absentIn([install], nights)).toMatchObject([
      { test: 'browser', class: 'not-run', absence: 'openQA made no job of it, though it makes others here' },
    ])
    expect(absentIn([install], [[install], [install, browser], [install, browser]])).toEqual([])
  })

  test('is not told of its image', () => {
    expect(absentIn([install], nights, { whyAbsent })).toMatchObject([
      { absence: 'openQA made no job of it, though it makes others here' },
    ])
  })
})

test('a test that is there is not absent, however it ended', () => {
  for (const letter of 'psfkincrxo') expect(toldIn(`p${letter}`).absence).toBe('')
})

test('an absent test may be required, and neither failed nor has bugs', () => {
  const absent = toldIn('pp-', { isRequired: () => true, bugs: { 100: ['brc#1'] } })

  expect(absent).toMatchObject({ required: true, bugs: [], failing: null, flakes: null, failedTries: [] })
})

test('no test is absent where openQA did not tell of all jobs, or has none at all', () => {
  expect(absentIn([server], [[install, server]], { sawAll: false })).toEqual([])
  expect(absentIn([], [[install, server]])).toEqual([])
})

test('no test is absent on a first night, nor where nobody could ask for the nights before', () => {
  expect(comparisonIn('-').tests).toHaveLength(1)
  const unknown = comparisonIn('pp-', { past: { kind: 'unknown', why: 'it is away' } })
  expect(unknown.tests.filter(({ test: name }) => name === told)).toEqual([])
})
