import { expect, test } from 'vitest'
import { testClasses } from '../../../jobs/compare/test-class.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { changedSections, oldSections } from '../../../report/text/sections.ts'
import { green } from '../green-night.ts'
import { lineOf, linkTo, missingImage, reportOn } from '../test-lines.ts'

const { posts } = makeReport(green)
const post = { flavor: 'a', arch: 'x86_64', why: 'no template' }
const images = { expected: 10, missing: [missingImage, missingImage], changes: null, tooLarge: [] }
const failing = { since: 'Fedora-Rawhide-20261120.n.0', nights: 2, orEarlier: false }
const whole = reportOn(
  testClasses.map((kind) => lineOf(kind, { failing })),
  {
    images,
    attention: ['a guess'],
    posts: { ...posts, refused: [post], partial: [post, post], unknown: [post] },
  },
)

function section(report: Report, word: string): readonly string[] {
  const all = [...changedSections(report), ...oldSections(report)]
  return all.find(({ head }) => head.startsWith(word))?.lines ?? []
}

test('what changed comes in the order of its weight, each with its number', () => {
  expect(changedSections(whole).map(({ head }) => head)).toEqual([
    'NEW (1)',
    'FAILED (1)',
    'MISSING (2 images)',
    'LOOK AT THIS',
    'REFUSED BY OPENQA (1)',
    'SCHEDULED IN PART (2)',
    'UNFINISHED (1)',
    'FIXED (1)',
  ])
})

test('what was so before comes after that', () => {
  expect(oldSections(whole).map(({ head }) => head)).toEqual([
    'STILL FAILING (1)',
    'KNOWN (1)',
    'NEVER PASSED in the last night (1)',
    'NOT RUN (1)',
    'FLAKY (1)',
    'SOFT FAILED, which counts as passed (1)',
  ])
})

test('a section without lines is left out', () => {
  expect(changedSections(reportOn([], { images: null }))).toEqual([])
  expect(oldSections(reportOn([]))).toEqual([])
})

test('posts and what to look at go on in lines that hang', () => {
  const why = 'word '.repeat(30).trim()
  const report = reportOn([], { attention: [why], posts: { ...posts, refused: [{ ...post, why }] } })

  expect(section(report, 'REFUSED')[0]).toMatch(/^ {2}a x86_64: word/)
  expect(section(report, 'REFUSED')[1]).toMatch(/^ {4}word/)
  expect(section(report, 'LOOK')[0]).toMatch(/^ {2}word/)
  expect(section(report, 'LOOK')[1]).toMatch(/^ {4}word/)
  expect(section(whole, 'SCHEDULED')[0]).toBe('  a x86_64: no template')
})

test('new and failed tests say how they failed; old ones only where they are', () => {
  const modules = { failedModules: ['login'], failing }
  const kinds = ['new', 'failed', 'still', 'known', 'fixed', 'soft'] as const
  const report = reportOn(kinds.map((kind) => lineOf(kind, modules)))
  const told = ['NEW', 'FAILED', 'STILL', 'KNOWN', 'FIXED', 'SOFT'].filter((word) =>
    section(report, word).join().includes('failed in login'),
  )

  expect(told).toEqual(['NEW', 'FAILED'])
})

function neverPassed(nights: number): string {
  const line = lineOf('never-passed', { failedModules: ['login'], failing: { ...failing, nights } })
  return section(reportOn([line]), 'NEVER').join()
}

test('a test that never passed says how it failed on its first night alone', () => {
  expect(neverPassed(1)).toContain('failed in login')
  expect(neverPassed(2)).not.toContain('login')
})

test('new soft failures come first, and say that they are', () => {
  const job = linkTo(1, { standing: 'softfailed' })
  const report = reportOn([
    lineOf('soft', { test: 'a', job }),
    lineOf('soft', { test: 'b', job, isNew: true }),
    lineOf('soft', { test: 'c', job, isNew: true, required: true }),
  ])

  expect(section(report, 'SOFT').filter((line) => line.includes(' on '))).toEqual([
    '  b on Server-dvd-iso x86_64 64bit (new)',
    '  c on Server-dvd-iso x86_64 64bit, required (new)',
    '  a on Server-dvd-iso x86_64 64bit',
  ])
})

test('a long name keeps what is said after it', () => {
  const lines = section(reportOn([lineOf('soft', { test: 'a '.repeat(29).trim(), isNew: true })]), 'SOFT')

  expect(lines.slice(0, -1).join('')).toMatch(/ 64bit \(new\)$/)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72)
})

test('a flaky test says where its first try is', () => {
  const failedTries = [{ id: 8, result: 'failed', url: 'https://openqa.example/tests/8' }]
  const flaky = lineOf('flaky', { job: linkTo(9, { standing: 'passed' }), failedTries })

  expect(section(reportOn([flaky]), 'FLAKY')).toContain('    first try: https://openqa.example/tests/8')
})
