import { expect, test } from 'vitest'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import { jobOf } from '../jobs/job-of.ts'
import { compose, green } from './green-night.ts'
import { failed } from './failed-night.ts'

const branched = { stream: 'branched', date: '2026-11-24' } as const

test.each<[Partial<NightFacts>, string]>([
  [{}, 'Rawhide'],
  [{ version: '46' }, 'Rawhide'],
  [{ night: branched, version: '44' }, 'Fedora 44'],
  [{ night: branched, version: null }, 'Branched'],
])('a report on %j is titled %s', (changes, title) => {
  expect(makeReport({ ...green, ...changes }).title).toBe(title)
})

test.each<[NightFacts['outcome'], string]>([
  ['unfinished-compose', 'unfinished'],
  ['absent', 'absent'],
  ['no-branched', 'neutral'],
])(
  'a night that is %s is %s whatever its jobs say, and its last answer is the reason',
  (outcome, verdict) => {
    const report = makeReport({ ...failed, outcome })

    expect(report).toMatchObject({
      verdict,
      unknownCause: null,
      reasons: [failed.why],
      lastAnswer: failed.why,
    })
  },
)

test.each<NightFacts['outcome']>(['tested', 'unfinished-tests'])(
  'a night that is %s is judged',
  (outcome) => {
    expect(makeReport({ ...green, outcome })).toMatchObject({ verdict: 'passed', unknownCause: null })
    expect(makeReport({ ...failed, outcome }).verdict).toBe('failed')
    expect(makeReport({ ...green, outcome }).reasons).toEqual(['all 210 tests passed'])
  },
)

test('a verdict that is unknown has its cause', () => {
  expect(makeReport({ ...green, awaited: 'unreachable' })).toMatchObject({
    verdict: 'unknown',
    unknownCause: 'unreachable',
  })
})

test('images that are not known are not missing', () => {
  expect(makeReport({ ...green, images: null })).toMatchObject({ verdict: 'passed', images: null })
})

test('a report keeps what its night was', () => {
  const { at, stages, discarded } = green
  const report = makeReport({ ...green, edition: 3, mode: 'observe' })

  expect(report).toMatchObject({ schema: 1, edition: 3, mode: 'observe', at, stages, discarded, compose })
  expect(report.night).toEqual({ stream: 'rawhide', date: '2026-11-24' })
  expect(report.run).toBe(green.workflowId)
})

test('the links lead to the tests of the build and to the run', () => {
  expect(makeReport({ ...green, compose: { ...compose, id: 'a b&c' } }).links).toEqual({
    openqa: 'https://openqa.fedoraproject.org/tests/overview?build=a%20b%26c',
    run: green.runUrl,
    document: null,
  })
  expect(makeReport({ ...green, compose: { ...compose, id: 'half a letter: \uD800' } }).links.openqa).toBe(
    'https://openqa.fedoraproject.org/tests/overview?build=half%20a%20letter%3A%20%EF%BF%BD',
  )
  expect(makeReport({ ...green, compose: null }).links.openqa).toBeNull()
})

test('posts of which nothing is known, or nothing is left, ask for a person', () => {
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

test('a test in a state that nobody knows asks for a person, and is no pass', () => {
  const jobs = buildJobs([...green.jobs.every, jobOf({ id: 9, state: 'hibernating' })])
  const report = makeReport({ ...green, jobs })

  expect(report.verdict).toBe('degraded')
  expect(report.tests.counts).toMatchObject({ passed: 210, unknown: 1, total: 211 })
  expect(report.attention).toEqual([expect.stringContaining('"hibernating"')])
})
