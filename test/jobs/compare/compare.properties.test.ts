import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../../jobs/compare/compare.ts'
import type { ComparedTest } from '../../../jobs/compare/compared-test.ts'
import type { PastNight, PastTest } from '../../../jobs/compare/past.ts'
import { failedClasses, testClasses } from '../../../jobs/compare/test-class.ts'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { scenarioOf } from '../../../jobs/results/lineage.ts'
import { pastNights, reordered, tonightsJobs } from './any-night.ts'
import { composeBefore, input } from './story.ts'

const bugs = { 1: ['brc#1'], 4: ['brc#4'] }

function compared(jobs: readonly Job[], nights: readonly PastNight[]) {
  return compare(input(jobs, { bugs, past: { kind: 'known', nights } }))
}

/** The runs of a test on the nights before, the latest first. */
function runsOf(each: ComparedTest, nights: readonly PastNight[]) {
  return nights.flatMap(({ compose, tests }) =>
    tests
      .filter((past) => scenarioOf(past) === scenarioOf(each))
      .filter(({ standing }) => ['passed', 'softfailed', 'failed'].includes(standing))
      .map((past): PastTest & { readonly compose: string } => ({ ...past, compose })),
  )
}

describe('in every comparison', () => {
  const nightsAndJobs = [pastNights, tonightsJobs] as const

  test('each test of tonight has exactly one class', () => {
    fc.assert(
      fc.property(...nightsAndJobs, (nights, jobs) => {
        const { tests } = compared(jobs, nights)
        const names = tests.map(scenarioOf)

        expect(new Set(names).size).toBe(names.length)
        expect(names).toEqual(expect.arrayContaining(buildJobs(jobs).latest.map(scenarioOf)))
        expect(tests.filter(({ class: kind }) => !testClasses.includes(kind))).toEqual([])
        expect(new Set(tests.map((each) => Object.keys(each).toSorted().join())).size).toBeLessThan(2)
      }),
    )
  })

  test('the order of jobs, and of tests within nights, changes nothing', () => {
    const ordered = fc
      .tuple(...nightsAndJobs)
      .chain(([nights, jobs]) =>
        fc.tuple(
          fc.constant({ nights, jobs }),
          reordered(jobs),
          fc.tuple(...nights.map(({ tests }) => reordered(tests))),
        ),
      )
    fc.assert(
      fc.property(ordered, ([{ nights, jobs }, otherJobs, otherTests]) => {
        const otherNights = nights.map((night, nth) => ({ ...night, tests: otherTests[nth] ?? [] }))

        expect(compared(otherJobs, otherNights)).toEqual(compared(jobs, nights))
      }),
    )
  })

  test('a test is still failing or fixed only if it failed the last time it ran, and new only if it passed before', () => {
    fc.assert(
      fc.property(...nightsAndJobs, (nights, jobs) => {
        const stands = compared(jobs, nights).tests.map((each) => {
          const runs = runsOf(each, nights)
          const hasPassed = runs.some(({ standing }) => standing !== 'failed')
          return { kind: each.class, last: runs[0]?.standing, hasPassed }
        })

        const failedLast = stands.filter(({ kind }) => kind === 'still' || kind === 'fixed')
        expect(failedLast.filter(({ last }) => last !== 'failed')).toEqual([])
        const passedOnce = stands.filter(({ kind }) => kind === 'still' || kind === 'new')
        expect(passedOnce.filter(({ hasPassed }) => !hasPassed)).toEqual([])
        expect(stands.filter(({ kind, hasPassed }) => kind === 'never-passed' && hasPassed)).toEqual([])
      }),
    )
  })

  test('a failure is since a night on which the test failed, or since tonight', () => {
    fc.assert(
      fc.property(...nightsAndJobs, (nights, jobs) => {
        const failed = compared(jobs, nights).tests.filter(({ class: kind }) => failedClasses.includes(kind))
        const expected = failed.map((each) => {
          const runs = runsOf(each, nights).filter(({ standing }) => standing === 'failed')
          const row = [{ compose: composeBefore(0) }, ...runs]
          return row[(each.failing?.nights ?? 0) - 1]?.compose
        })

        expect(failed.map(({ failing }) => failing?.since)).toEqual(expected)
      }),
    )
  })

  test('a test has failed since some night exactly where it failed or is fixed: a new one since tonight, another for longer', () => {
    fc.assert(
      fc.property(...nightsAndJobs, (nights, jobs) => {
        const all = compared(jobs, nights).tests

        const failing = all.filter(({ failing: row }) => row !== null)
        const kinds = ['fixed', ...failedClasses]
        expect(failing).toEqual(all.filter(({ class: kind }) => kinds.includes(kind)))
        const rows = (wanted: ComparedTest['class']) =>
          all.filter(({ class: kind }) => kind === wanted).map(({ failing: row }) => row?.nights ?? 0)
        expect(rows('new').filter((length) => length !== 1)).toEqual([])
        expect(rows('still').filter((length) => length < 2)).toEqual([])
      }),
    )
  })
})
