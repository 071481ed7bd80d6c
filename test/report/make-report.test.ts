import { describe, expect, test } from 'vitest'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import { jobOf } from '../jobs/job-of.ts'
import { before, compose, green, pastOf } from './green-night.ts'
import { failed } from './failed-night.ts'
import { nights } from './nights.ts'

test.each<[NightFacts['outcome'], string, string | null]>([
  ['unfinished-compose', 'unfinished', null],
  ['absent', 'absent', null],
  ['no-branched', 'neutral', null],
  ['cancelled', 'cancelled', null],
  ['unobserved', 'unknown', 'unobserved'],
])('a night that is %s is %s whatever its jobs say', (outcome, verdict, unknownCause) => {
  const report = makeReport({ ...failed, outcome })

  expect(report).toMatchObject({ verdict, unknownCause, lastAnswer: failed.why, comparison: null })
  expect(report.tests).toMatchObject({ counts: { total: 0 }, list: [], byArch: [] })
})

test.each<NightFacts['outcome']>(['tested', 'unfinished-tests'])(
  'a night that is %s is judged',
  (outcome) => {
    expect(makeReport({ ...green, outcome })).toMatchObject({ verdict: 'passed', unknownCause: null })
    expect(makeReport({ ...failed, outcome }).verdict).toBe('broken')
  },
)

test('a verdict that is unknown has its cause, and thresholds are those of the configuration', () => {
  expect(makeReport({ ...green, awaited: 'unreachable' })).toMatchObject({
    verdict: 'unknown',
    unknownCause: 'unreachable',
  })
  const facts = nights['first-night'] ?? green
  const thresholds = { ...facts.standards.thresholds, newFailures: 3 }
  const { verdict, headline } = makeReport({ ...facts, standards: { ...facts.standards, thresholds } })
  expect(verdict).toBe('passed')
  expect(headline).toBe('Fedora 44 is not broken: 210 of 212 tests passed, 2 failed.')
})

test('images that are not known are not missing', () => {
  expect(makeReport({ ...failed, images: null }).images).toBeNull()
  expect(makeReport({ ...green, images: null }).verdict).toBe('passed')
})

test('a report keeps what its night was', () => {
  const { at, stages, discarded } = nights['refused'] ?? green
  const kept = {
    at,
    stages,
    discarded,
    mode: 'observe' as const,
    watchedUntil: at,
    respinOf: { compose: 'n.0', run: 'night' },
    replacedBy: { compose: 'n.2', run: 'night/2' },
    unansweredSince: at,
  }
  const report = makeReport({ ...green, ...kept, night: { ...green.night } })

  expect(report).toMatchObject({ schema: 2, edition: 1, compose, ...kept })
  expect(report.night).toEqual({ stream: 'rawhide', date: '2026-11-24' })
  expect(report.run).toBe(green.workflowId)
})

test('what the night is compared with is named, and how many nights were looked back on', () => {
  const baseline = {
    run: 'nightly/rawhide/2026-11-23',
    edition: 1,
    date: '2026-11-23',
    compose: 'Fedora-Rawhide-20261123.n.0',
  }

  expect(makeReport(green).comparison).toEqual({ baseline, nights: 1, unknown: null })
  expect(makeReport(nights['first-night'] ?? green).comparison).toEqual({
    baseline: null,
    nights: 0,
    unknown: null,
  })
  expect(makeReport(nights['archive-away'] ?? green).comparison).toEqual({
    baseline: null,
    nights: 0,
    unknown: 'the archive did not answer within 10 s',
  })
})

test('only a night without a compose tells how many there were in a row', () => {
  const { composeless } = before

  expect(makeReport({ ...green, outcome: 'absent' }).composeless).toEqual(composeless)
  for (const outcome of ['tested', 'unobserved', 'unfinished-compose', 'no-branched'] as const)
    expect(makeReport({ ...green, outcome }).composeless).toBeNull()
})

function overviewOf(id: string): string | null {
  return makeReport({ ...green, compose: { ...compose, id } }).links.openqa
}

test('the links lead to the tests of the build and to the run', () => {
  const overview = 'https://openqa.fedoraproject.org/tests/overview?build='

  expect(overviewOf('a b&c')).toBe(`${overview}a%20b%26c`)
  expect(overviewOf('half a letter: \uD800')).toBe(`${overview}half%20a%20letter%3A%20%EF%BF%BD`)
  expect(makeReport({ ...green, compose: null }).links).toEqual({ openqa: null, run: green.runUrl })
  expect(makeReport({ ...green, runUrl: null }).links.run).toBeNull()
})

test('the same facts make the same report', () => {
  for (const facts of Object.values(nights)) expect(makeReport(facts)).toEqual(makeReport({ ...facts }))
})

test('a later edition says what it amends', () => {
  const previous = makeReport(green)

  expect(makeReport({ ...green, previous }).amends).toBeNull()
  expect(makeReport({ ...green, edition: 2, previous }).amends).toEqual({ edition: 1, changes: [] })
  expect(makeReport({ ...failed, edition: 2, previous }).amends?.changes[0]).toMatch(/PASSED, it is BROKEN/)
})

describe('what a person must look at', () => {
  test('posts of which nothing is known, or nothing is left', () => {
    const { attention } = makeReport({
      ...green,
      posts: [
        { kind: 'scheduled', flavor: 'gone', arch: 'x86_64', jobs: 1 },
        { kind: 'unknown', flavor: 'lost', arch: 'x86_64', why: 'no answer' },
      ],
    })

    expect(attention).toEqual([
      expect.stringMatching(/^gone x86_64: .+/),
      expect.stringMatching(/lost x86_64 .*: no answer$/),
    ])
  })

  test('a test in a state that nobody knows, which is no pass', () => {
    const jobs = buildJobs([...green.jobs.every, jobOf({ id: 9, state: 'hibernating' })])
    const report = makeReport({ ...green, jobs })

    expect(report.verdict).toBe('degraded')
    expect(report.tests.counts).toMatchObject({ passed: 210, unknown: 1, total: 211 })
    expect(report.attention).toEqual([expect.stringContaining('"hibernating"')])
  })

  test('results that openQA could not confirm at the end, if there are any', () => {
    const away = { awaited: 'unreachable', outcome: 'unfinished-tests' } as const
    const { attention } = makeReport({ ...green, ...away })

    expect(attention).toEqual([expect.stringMatching(/could not be reached .* last look/)])
    expect(makeReport({ ...green, ...away, jobs: buildJobs([]) }).attention).toEqual([])
  })

  test('nights before that are not known', () => {
    expect(makeReport(nights['archive-away'] ?? green).attention).toEqual([
      'the nights before are not known, so no failure is called new or old: the archive did not answer within 10 s',
    ])
  })
})

test('since when a test fails is open where no night before it was looked at', () => {
  const jobs = buildJobs([jobOf({ id: 1, result: 'failed' })])
  const facts = { ...green, jobs, posts: [], bugs: { '1': ['brc#1'] } }
  const orEarlier = (past: NightFacts['before']['past']) =>
    makeReport({ ...facts, before: { ...before, past } }).tests.list[0]?.failing?.orEarlier

  expect(orEarlier({ kind: 'unknown', why: 'away' })).toBe(true)
  expect(orEarlier({ kind: 'known', nights: [] })).toBe(true)
  expect(orEarlier({ kind: 'known', nights: [pastOf([jobOf({ id: 2 })], '2026-11-23')] })).toBe(false)
  expect(
    orEarlier({ kind: 'known', nights: [pastOf([jobOf({ id: 2, test: 'other' })], '2026-11-23')] }),
  ).toBe(false)
})

test('a required test of the configuration that names no test asks for a person', () => {
  const tests = ['test_001 universal x86_64 64bit', 'tset_002 universal x86_64 64bit']
  const attentionWith = (areOwnTests: boolean) => {
    const requirements = { tests, areOwnTests, images: null }
    return makeReport({ ...green, standards: { ...green.standards, requirements } }).attention
  }

  expect(attentionWith(true)).toEqual([
    expect.stringMatching(/^required test "tset_002 universal x86_64 64bit" names no test /),
  ])
  expect(attentionWith(false)).toEqual([])
})
