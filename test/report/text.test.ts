import { expect, test } from 'vitest'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import { renderText } from '../../report/text.ts'
import { jobOf } from '../jobs/job-of.ts'
import { compose, green } from './green-night.ts'
import { failed } from './failed-night.ts'

function textOf(facts: Partial<NightFacts>, of = green): string {
  return renderText(makeReport({ ...of, ...facts }))
}

function headings(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^[A-Z]{4,}/.test(line))
}

const noJobs = { jobs: buildJobs([]), outcome: 'unfinished-tests' } as const
const openqa = 'https://openqa.fedoraproject.org/tests/overview'
const discarded = [
  { id: 'n.0', status: 'DOOMED' },
  { id: 'n.1', status: 'STARTED' },
]

test('the answer comes first, then the compose with its status and label, its address and its tests', () => {
  const lines = textOf({ compose: { ...compose, label: 'RC-1.2' } }).split('\n')

  expect(lines.slice(0, 5)).toEqual([
    expect.stringMatching(/^Rawhide is not broken/),
    '',
    `${compose.id} is FINISHED_INCOMPLETE, RC-1.2`,
    compose.url,
    `${openqa}?build=${compose.id}`,
  ])
  expect(textOf({ compose: { ...compose, status: '' } })).toContain(`${compose.id} is without a status\n`)
})

test('openQA has no page to look at where no test was seen', () => {
  expect(textOf({})).toContain(openqa)
  expect(textOf(noJobs)).not.toContain(openqa)
  const report = makeReport(green)
  expect(renderText({ ...report, links: { ...report.links, openqa: null } })).not.toContain(openqa)
})

test('composes that were discarded are named under the answer where another one was tested', () => {
  const named = /: n\.0 \(DOOMED\), n\.1 \(STARTED\)$/m

  expect(textOf({ discarded })).toMatch(named)
  expect(textOf({ discarded, ...noJobs })).not.toMatch(named)
  expect(textOf({ discarded: [] })).not.toContain('DOOMED')
})

test('a night without a compose has no lines between the answer and what follows', () => {
  const lines = textOf({
    compose: null,
    images: null,
    posts: [],
    jobs: buildJobs([]),
    outcome: 'absent',
  }).split('\n')

  expect(lines.slice(1, 3)).toEqual(['', 'TIMES (UTC)'])
})

test('a night that only watched, or that amends another, says so', () => {
  const plain = textOf({}).split('\n').length

  expect(textOf({ mode: 'observe' }).split('\n')).toHaveLength(plain + 1)
  expect(textOf({ mode: 'observe' })).toMatch(/only watches/)
  expect(textOf({ edition: 2 }).split('\n')).toHaveLength(plain + 1)
  expect(textOf({ edition: 2 })).toMatch(/amends/)
})

test('failed tests are told apart by whether a bug is known', () => {
  const jobs = buildJobs([1, 2, 3].map((id) => jobOf({ id, test: `t${id}`, result: 'failed' })))

  expect(headings(textOf({ jobs, bugs: { '2': ['brc#1'] } })).slice(0, 2)).toEqual([
    'FAILED (2)',
    'FAILED, BUG KNOWN (1)',
  ])
  expect(headings(textOf({ jobs }))[0]).toBe('FAILED (3)')
  expect(textOf({ jobs })).not.toContain('BUG KNOWN')
})

test('each kind of trouble has a section with its number', () => {
  const results = ['incomplete', 'skipped', 'obsoleted', 'softfailed']
  const text = textOf({
    jobs: buildJobs([
      ...results.map((result, id) => jobOf({ id, test: `t${id}`, result })),
      jobOf({ id: 10, test: 'unfinished', state: 'running', result: 'none' }),
      jobOf({ id: 11, test: 'flaky', result: 'failed', cloneId: 12 }),
      jobOf({ id: 12, test: 'flaky' }),
    ]),
    posts: [
      { kind: 'refused', flavor: 'a', arch: 'x86_64', why: 'no template' },
      { kind: 'partial', flavor: 'b', arch: 'x86_64', jobs: 1, why: 'no machine' },
    ],
    warnings: ['the release is a guess'],
    outcome: 'unfinished-tests',
  })

  expect(headings(text).map((line) => line.split(/[ ,]/)[0])).toEqual([
    'LOOK',
    'REFUSED',
    'SCHEDULED',
    'INCOMPLETE',
    'CANCELLED',
    'UNFINISHED',
    'FLAKY',
    'SOFT',
    'TESTS',
    'TIMES',
  ])
  expect(text).toContain('\n\nREFUSED BY OPENQA (1)\n  a x86_64: no template\n\n')
  expect(text).toContain('\n\nSCHEDULED IN PART (1)\n  b x86_64: no machine\n\n')
  expect(text).toMatch(/\n\nLOOK AT THIS\n {2}the release is a guess\n/)
  expect(text).toMatch(/\nINCOMPLETE.* \(1\)\n {2}t0 on /)
  expect(text).toMatch(/\nNOT RUN.* \(1\)\n {2}Server-dvd-iso x86_64 \(1 test\): t1\n/)
  expect(text).toMatch(/\nCANCELLED.* \(1\)\n {2}Server-dvd-iso x86_64 \(1 test\): t2\n/)
  expect(text).toMatch(/\nUNFINISHED \(1\)\n {2}Server-dvd-iso x86_64 \(1 test\): unfinished\n/)
  expect(text).toMatch(/\nFLAKY.* \(1\)\n {2}flaky on /)
  expect(text).toMatch(/\nSOFT FAILED.* \(1\)\n {2}Server-dvd-iso x86_64 \(1 test\): t3\n/)
})

test('long reasons and warnings go on in lines that hang', () => {
  const why = 'word '.repeat(30)
  const text = textOf({ warnings: [why], posts: [{ kind: 'refused', flavor: 'a', arch: 'b', why }] })

  expect(text).toMatch(/\n {2}a b: word[^\n]*\n {4}word/)
  expect(text).toMatch(/LOOK AT THIS\n {2}word[^\n]*\n {4}word/)
})

test('missing images are counted against those that are expected', () => {
  expect(headings(textOf({}, failed))).toContain('IMAGES MISSING (1 of 10 expected)')
  expect(textOf({ images: null })).not.toContain('IMAGES')
})

test('a night on which all is well tells its figures in lines, without a table', () => {
  const text = textOf({})

  expect(text).toMatch(
    /\n\n[^\n]*: aarch64 60, x86_64 150\nImages: all 10 [^\n]*\nTimes \(UTC\): find until 05:16 /,
  )
  expect(headings(text)).toEqual([])
  expect(textOf({ images: null })).not.toContain('Images')
  expect(textOf({ images: null }).split('\n')).toHaveLength(text.split('\n').length - 1)
})

test('a night that tested all with trouble has a table, and the times in a sentence', () => {
  const text = textOf({}, failed)

  expect(headings(text).at(-1)).toBe('TESTS')
  expect(text).toMatch(/\n\nTESTS\n +passed [^]*\n\nTimes \(UTC\): find until 05:16 /)
  const degraded = textOf({ posts: [{ kind: 'refused', flavor: 'a', arch: 'x86_64', why: 'no template' }] })
  expect(headings(degraded).at(-1)).toBe('TESTS')
  expect(degraded).toMatch(/\nTimes \(UTC\): find until 05:16 /)
})

test('a night that did not come to its end has its times in lines, with the last answers', () => {
  const text = textOf(noJobs)

  expect(headings(text)).toEqual(['TIMES (UTC)'])
  expect(text).toMatch(/\n\nTIMES \(UTC\)\n {2}find {6}05:15 - 05:16/)
})

test('a mail ends with the run, when it was written, and where more is', () => {
  expect(textOf({}).split('\n').slice(-6)).toEqual([
    '',
    '-- ',
    'Nightjar, nightly/rawhide/2026-11-24, written 2026-11-24 11:02 UTC',
    green.runUrl,
    'The same as JSON: nightjar show nightly/rawhide/2026-11-24 --report --json',
    '',
  ])
  expect(textOf({ runUrl: null }).split('\n').slice(-4)).toEqual([
    '-- ',
    'Nightjar, nightly/rawhide/2026-11-24, written 2026-11-24 11:02 UTC',
    'The same as JSON: nightjar show nightly/rawhide/2026-11-24 --report --json',
    '',
  ])
})
