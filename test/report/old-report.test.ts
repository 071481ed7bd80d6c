import { expect, test } from 'vitest'
import { Garbled } from '../../compose/garbled.ts'
import { renderJson } from '../../report/json.ts'
import type { Report } from '../../report/report.ts'
import { parseReport } from '../../report/report-schema.ts'
import { subjectOf } from '../../report/told/subject.ts'
import { renderText } from '../../report/text/text.ts'
import { oldLine, oldReport } from './old-form.ts'

function read(what: Readonly<Record<string, unknown>> = {}): Report {
  return parseReport(JSON.stringify({ ...oldReport, ...what }))
}

test('a report of schema 1 is read as one of schema 2, and read back as it was', () => {
  const report = read()

  expect(report.schema).toBe(2)
  expect(parseReport(renderJson(report))).toEqual(report)
  const { run, title, at, headline, lastAnswer, stages, attention, mode, posts, compose } = report
  expect(oldReport).toMatchObject({
    run,
    title,
    at,
    headline,
    lastAnswer,
    stages,
    attention,
    mode,
    posts,
    compose,
  })
  expect(report.summary).toEqual(oldReport.shortfalls)
  expect(report.links).toEqual({ openqa: oldReport.links.openqa, run: oldReport.links.run })
})

test.each([
  ['passed', 'passed'],
  ['degraded', 'degraded'],
  ['failed', 'broken'],
  ['unknown', 'unknown'],
  ['absent', 'absent'],
  ['unfinished', 'unfinished'],
  ['neutral', 'neutral'],
])('the verdict %s of then is %s now', (verdict, now) => {
  expect(read({ verdict }).verdict).toBe(now)
})

test.each([
  ['nothing-scheduled', 'nothing-scheduled'],
  ['unfinished', 'unfinished'],
  ['unreachable', 'unreachable'],
  ['nothing-ran', 'too-few-ran'],
  ['unobserved', 'unobserved'],
  [null, null],
])('the cause %s of then is %s now', (unknownCause, now) => {
  expect(read({ unknownCause }).unknownCause).toBe(now)
})

test('every test has a class that was known then', () => {
  expect(read().tests.list.map((line) => [line.job?.id, line.class, line.job?.standing])).toEqual([
    [8, 'soft', 'softfailed'],
    [1, 'failed', 'failed'],
    [2, 'known', 'failed'],
    [3, 'not-run', 'broken'],
    [4, 'not-run', 'skipped'],
    [5, 'not-run', 'stopped'],
    [6, 'unfinished', 'unfinished'],
    [7, 'unknown', 'unknown'],
    [9, 'flaky', 'passed'],
  ])
})

test('the counts add up, and those of the arches to the whole', () => {
  const { counts, byArch } = read().tests
  const { total, ...kinds } = counts

  expect(total).toBe(12)
  expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total)
  expect(counts).toMatchObject({ passed: 3, flaky: 1, soft: 1, failed: 1, known: 1, 'not-run': 3 })
  expect(byArch.map(({ arch, counts: own }) => [arch, own.total, own.passed])).toEqual([
    ['aarch64', 2, 1],
    ['x86_64', 10, 2],
  ])
  expect(byArch[0]?.counts.known).toBe(1)
})

test('a flaky test that failed softly is counted once', () => {
  const flaky = [{ ...oldLine(9), result: 'softfailed' }]
  const tests = { ...oldReport.tests, softfailed: flaky, flaky }
  const { list, counts } = read({ tests }).tests

  const told = list.filter(({ job }) => job?.id === 9)
  expect(told.map((line) => [line.class, line.job?.standing])).toEqual([['flaky', 'softfailed']])
  expect(counts.total).toBe(12)
})

test('a line keeps its job, its modules and its bugs', () => {
  expect(read().tests.list[2]).toEqual({
    distri: 'fedora',
    test: 't2',
    flavor: 'universal',
    arch: 'aarch64',
    machine: '64bit',
    class: 'known',
    required: false,
    failedModules: ['login'],
    failedTries: [],
    bugs: ['brc#1'],
    job: {
      id: 2,
      state: 'done',
      result: 'any',
      standing: 'failed',
      reason: 'no disk',
      url: 'https://openqa.example/tests/2',
    },
    isNew: false,
    failing: null,
    lastPassed: null,
    otherModules: [],
    flakes: null,
    absence: '',
    failsElsewhere: false,
    accepted: null,
    acceptanceEnded: false,
  })
})

test('a missing image keeps its weight, its reason and its Koji task', () => {
  expect(read().images).toEqual({
    expected: 10,
    missing: oldReport.images.missing.map(({ blocking, ...image }) => ({
      ...image,
      need: blocking ? 'required' : 'expected',
      lastCompose: null,
      isNewlyMissing: false,
      accepted: null,
      acceptanceEnded: false,
    })),
    changes: null,
    tooLarge: [],
  })
  expect(read({ images: null }).images).toBeNull()
})

test('an amended report says which edition it amends, and nobody knows what it was compared with', () => {
  expect(read().amends).toBeNull()
  expect(read({ edition: 3 }).amends).toEqual({ edition: 2, changes: [] })
  expect(read().comparison).toEqual({ baseline: null, nights: 0, unknown: expect.stringMatching(/schema 1/) })
  const counts = Object.fromEntries(Object.keys(oldReport.tests.counts).map((name) => [name, 0]))
  expect(read({ tests: { ...oldReport.tests, counts } }).comparison).toBeNull()
})

test('what reports of before 2026-12 do not have is null', () => {
  const { respinOf: _, replacedBy: __, unansweredSince: ___, ...older } = oldReport

  expect(parseReport(JSON.stringify(older))).toMatchObject({
    respinOf: null,
    replacedBy: null,
    unansweredSince: null,
    watchedUntil: null,
    composeless: null,
  })
  const respinOf = { compose: 'n.0', run: 'night' }
  expect(read({ respinOf, replacedBy: respinOf })).toMatchObject({ respinOf, replacedBy: respinOf })
})

test('its mail can be written again', () => {
  expect(subjectOf(read())).toBe('[Rawhide] 20261124.n.0 BROKEN: 1 failed, 1 image missing')
  expect(subjectOf(read({ verdict: 'passed', shortfalls: [] }))).toBe('[Rawhide] 20261124.n.0 PASSED')
  expect(renderText(read())).toMatch(
    /^Rawhide is BROKEN: 2 of 12 tests failed\.\n[^]*\n {2}since when is not known\n/,
  )
})

test.each([0, 3, -1, 1.5, '1', '2', null, undefined, [], {}])('the schema number %j is garbled', (schema) => {
  expect(() => read({ schema })).toThrow(Garbled)
  expect(() => parseReport(JSON.stringify({ ...read(), schema }))).toThrow(Garbled)
})

test.each([
  ['without tests', { tests: undefined }],
  ['with an unknown verdict', { verdict: 'broken' }],
  ['with an unknown cause', { unknownCause: 'too-few-ran' }],
  ['with a time that is none', { at: 'yesterday' }],
])('a report of schema 1 %s is garbled', (_, what) => {
  expect(() => read(what)).toThrow(Garbled)
})
