import { expect, test } from 'vitest'
import { failedClasses } from '../../../jobs/compare/test-class.ts'
import { makeReport } from '../../../report/make-report.ts'
import { notOkOf, problemsOf } from '../../../report/orders/problems.ts'
import { failingNight, acceptanceOf, imageAcceptance } from '../ordered-nights.ts'
import { lineOf, linesOf, missingImage, reportOn } from '../test-lines.ts'

const images = { expected: 9, missing: [missingImage], changes: null, tooLarge: [] }

function namesOn(report: Parameters<typeof problemsOf>[0]): readonly string[] {
  return problemsOf(report).map((problem) => (problem.kind === 'image' ? problem.name : problem.test))
}

test('are missing images and every failed test, by the names that an order has for them', () => {
  expect(problemsOf(makeReport(failingNight))).toEqual([
    { kind: 'image', name: 'KDE live x86_64' },
    {
      kind: 'test',
      test: 'base_selinux',
      scenario: 'Server-dvd-iso x86_64 base_selinux@64bit',
      modules: ['base_selinux'],
      url: 'https://openqa.fedoraproject.org/tests/4501',
    },
  ])
  expect(namesOn(reportOn(failedClasses.map((kind) => lineOf(kind, { test: kind }))))).toHaveLength(5)
  expect(namesOn(reportOn([lineOf('flaky'), lineOf('not-run'), lineOf('unfinished')]))).toEqual([])
})

test('are those no longer that a person accepted', () => {
  const acceptances = [acceptanceOf(), imageAcceptance()]

  expect(problemsOf(makeReport({ ...failingNight, acceptances }))).toEqual([])
})

test('come with the required ones first, then the new ones', () => {
  const list = [
    lineOf('still', { test: 'still' }),
    lineOf('new', { test: 'new' }),
    lineOf('still', { test: 'required', required: true }),
    lineOf('failed', { test: 'required and new', required: true }),
  ]
  const missing = [{ ...missingImage, isNewlyMissing: true }]

  expect(namesOn(reportOn(list, { images: { ...images, missing } }))).toEqual([
    'required and new',
    'required',
    'KDE live x86_64',
    'new',
    'still',
  ])
})

test('are at most a hundred, and small', () => {
  expect(problemsOf(reportOn(linesOf(300, 'new')))).toHaveLength(100)
  const huge = lineOf('new', { test: 'huge', required: true, failedModules: ['x'.repeat(40_000)] })
  const long = linesOf(300, 'new', { failedModules: ['x'.repeat(2200)] })
  const problems = problemsOf(reportOn([huge, ...long, lineOf('still', { test: 'small' })]))

  expect(JSON.stringify(problems).length).toBeLessThan(32_000)
  expect(problems.at(-1)).toMatchObject({ test: 'small' })
  expect(JSON.stringify(problems)).not.toContain('huge')
})

test('jobs that failed, broke off or never ended are not ok, also accepted ones; a test without a job is none', () => {
  const by = { by: null, why: 'a', until: null }
  const list = [
    ...(['new', 'not-run', 'unfinished', 'unknown'] as const).map((kind) => lineOf(kind)),
    lineOf('still', { accepted: by }),
    lineOf('flaky'),
    lineOf('soft'),
    lineOf('fixed'),
    lineOf('not-run', { job: null }),
  ]

  expect(notOkOf(reportOn(list))).toBe(5)
})
