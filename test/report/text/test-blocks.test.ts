import { describe, expect, test } from 'vitest'
import type { TestLine } from '../../../report/report.ts'
import {
  fixedBlock,
  shortBlock,
  sinceBlocks,
  testBlock,
  testBlocks,
} from '../../../report/text/test-blocks.ts'
import { lineOf, linesOf, linkTo } from '../test-lines.ts'

const url = 'https://openqa.example/tests/1'
const name = '  base_selinux on Server-dvd-iso x86_64 64bit'

function facts(what: Partial<TestLine>): string | undefined {
  return testBlock(lineOf('new', what))[1]
}

test('a test has its name with flavor, arch and machine, what there is to say, and its link', () => {
  expect(testBlock(lineOf('new', { failedModules: ['login'] }))).toEqual([
    name,
    '    failed in login',
    `    ${url}`,
  ])
  expect(testBlock(lineOf('new', { required: true }))[0]).toBe(`${name}, required`)
  expect(testBlock(lineOf('flaky', { job: linkTo(1, { standing: 'passed' }) }))).toEqual([name, `    ${url}`])
  expect(testBlock(lineOf('not-run', { job: null }))).toEqual([name])
})

test.each<[Partial<TestLine>, string]>([
  [{}, 'failed'],
  [{ failedModules: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'failed in a, b, c, d, e and 1 more'],
  [{ job: linkTo(1, { reason: 'no disk' }) }, 'failed, no disk'],
  [{ job: linkTo(1, { reason: 'no disk', standing: 'broken' }) }, 'no disk'],
  [{ job: linkTo(1, { reason: 'no disk' }), failedModules: ['a'] }, 'failed in a'],
  [{ job: linkTo(1, { standing: 'softfailed' }), failedModules: ['a'] }, 'in a'],
  [{ failedModules: ['a'], otherModules: ['b', 'c'] }, 'failed in a; before that it failed in b, c'],
  [{ failsElsewhere: true }, 'failed; it fails on the other stream, too'],
  [{ bugs: ['brc#1', 'brc#2'] }, 'failed; known: brc#1, brc#2'],
  [{ flakes: { flaky: 1, nights: 1 } }, 'failed'],
  [{ flakes: { flaky: 3, nights: 30 } }, 'failed; flaky on 3 of the last 30 nights'],
])('%j is told as "%s"', (what, words) => {
  expect(facts(what)).toBe(`    ${words}`)
})

test.each([
  [['failed'], 'failed twice'],
  [['failed', 'failed'], 'failed 3 times'],
  [['incomplete'], 'failed'],
  [['incomplete', 'failed'], 'failed twice'],
])('after the tries %j it is said to have %s, and where the first one is', (results, words) => {
  const failedTries = results.map((result, id) => ({
    id: id + 8,
    result,
    url: `https://openqa.example/tests/${id + 8}`,
  }))

  expect(testBlock(lineOf('new', { failedTries })).slice(1)).toEqual([
    `    ${words}`,
    `    ${url}`,
    '    first try: https://openqa.example/tests/8',
  ])
})

test('the short form has the bugs beside the name', () => {
  expect(
    shortBlock(lineOf('known', { bugs: ['brc#1', 'brc#2'], required: true, failedModules: ['a'] })),
  ).toEqual([`${name}, required: brc#1, brc#2`, `    ${url}`])
  expect(shortBlock(lineOf('known', { job: null }))).toEqual([name])
})

function told(what: Partial<TestLine>): readonly string[] {
  return fixedBlock(lineOf('fixed', what))
}

test('of a long list 20 tests are told, and how many more there are', () => {
  expect(testBlocks(linesOf(20, 'new'))).toHaveLength(60)
  expect(testBlocks(linesOf(20, 'new')).join()).not.toContain('more')
  expect(testBlocks(linesOf(22, 'new')).slice(60)).toEqual([
    "  … and 2 more, on openQA's page of the whole build, and in the JSON",
  ])
})

test('a fixed test says how long it had failed, after its whole name', () => {
  const before = { since: 'Fedora-Rawhide-20261120.n.0', nights: 1, orEarlier: false }

  expect(told({ failing: before })).toEqual([name, '    failed since 20261120.n.0 (1 night)', `    ${url}`])
  expect(told({ failing: { ...before, nights: 3, orEarlier: true } })[1]).toBe(
    '    failed since 20261120.n.0 (3 nights or more)',
  )
  expect(told({})).toEqual([name, `    ${url}`])
  const long = told({ failing: before, test: 'a '.repeat(40) })
  expect(long).toHaveLength(4)
  expect(long[2]).toMatch(/failed since/)
})

function failing(day: number, nights: number, orEarlier = false): Partial<TestLine> {
  return { failing: { since: `Fedora-Rawhide-202611${day}.n.0`, nights, orEarlier } }
}

describe('tests that fail for long', () => {
  test('are grouped by the compose since when, the latest first', () => {
    const lines = sinceBlocks([
      lineOf('still', { ...failing(20, 4), test: 'a' }),
      lineOf('still', { ...failing(22, 2), test: 'b' }),
      lineOf('still', { ...failing(20, 4), test: 'c' }),
      lineOf('still', { ...failing(24, 1), test: 'd' }),
      lineOf('still', { ...failing(10, 9, true), test: 'e' }),
    ])

    expect(lines.filter((line) => !line.includes('http')).map((line) => line.replace(/ on .*/, ''))).toEqual([
      '  since 20261124.n.0 (tonight)',
      '    d',
      '  since 20261122.n.0 (2 nights)',
      '    b',
      '  since 20261120.n.0 (4 nights)',
      '    a',
      '    c',
      '  since 20261110.n.0 (9 nights or more)',
      '    e',
    ])
    expect(lines[2]).toBe(`      ${url}`)
  })

  test('are told apart where they ran on other nights, or began before what was looked at', () => {
    const lines = sinceBlocks([
      lineOf('still', failing(20, 4)),
      lineOf('still', failing(20, 3)),
      lineOf('still', failing(20, 1, true)),
      lineOf('known'),
    ])

    expect(lines.filter((line) => line.includes('since'))).toEqual([
      '  since 20261120.n.0 (4 nights)',
      '  since 20261120.n.0 (3 nights)',
      '  since 20261120.n.0 (1 night or more)',
      '  since when is not known',
    ])
  })

  test('are cut at 20 of one compose, and no line is longer than 72 columns', () => {
    const lines = sinceBlocks(linesOf(1021, 'still', { ...failing(20, 4), test: 'x'.repeat(200) }))

    expect(lines.at(-2)).toMatch(/^ {4}… and 1001 more/)
    expect(Math.max(...lines.map((line) => line.length))).toBe(72)
    expect(lines.every((line) => /^ {2}(?:since| {2})/.test(line))).toBe(true)
  })
})
