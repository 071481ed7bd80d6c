import { expect, test } from 'vitest'
import { rowMarkup, type HtmlRow } from '../../../report/html/section.ts'
import {
  acceptedTest,
  jobLink,
  notRunRows,
  sinceRows,
  softRows,
  unfinishedRows,
} from '../../../report/html/test-rows.ts'
import type { TestLine } from '../../../report/report.ts'
import { lineOf, linesOf, linkTo } from '../test-lines.ts'
import { pageOf } from './page.ts'

const named = ({ test: name }: TestLine) => jobLink(lineOf('still', { test: name, job: null }))

/** The words of each row, without its markup. */
function wordsOf(rows: readonly HtmlRow[]): readonly string[] {
  return rows.map((row) => pageOf(String(rowMarkup(row))).text.trim())
}

/** A test that fails since this compose. */
function since(compose: string, name: string): TestLine {
  return lineOf('still', { test: name, failing: { since: compose, nights: 2, orEarlier: false } })
}

test('a test leads to its job, and one without a job is a name', () => {
  expect(String(jobLink(lineOf('new', { test: 'base', job: linkTo(7) })))).toBe(
    '<a href="https://openqa.example/tests/7">base</a>',
  )
  expect(String(jobLink(lineOf('new', { test: 'base', job: null })))).toBe('base')
})

test('tests stand under the compose with which they began to fail, the latest first', () => {
  const rows = sinceRows(
    [
      since('Fedora-Rawhide-20261120.n.0', 'older'),
      lineOf('still', { test: 'unknown' }),
      since('Fedora-Rawhide-20261122.n.0', 'newer'),
      since('Fedora-Rawhide-20261120.n.0', 'older_too'),
    ],
    named,
  )

  expect(rows.map(({ kind }) => kind)).toEqual(['head', 'cells', 'head', 'cells', 'cells', 'head', 'cells'])
  expect(wordsOf(rows)).toEqual([
    'since 20261122.n.0 (2 nights)',
    expect.stringMatching(/^newer/),
    'since 20261120.n.0 (2 nights)',
    expect.stringMatching(/^older/),
    expect.stringMatching(/^older_too/),
    'since when is not known',
    expect.stringMatching(/^unknown/),
  ])
})

test('a test that softly failed for the first time comes first', () => {
  const [old, fresh] = [lineOf('soft', { test: 'old' }), lineOf('soft', { test: 'fresh', isNew: true })]

  expect(wordsOf(softRows([old, fresh, { ...old, test: 'old_too' }], named))).toEqual([
    expect.stringMatching(/^fresh/),
    expect.stringMatching(/^old/),
    expect.stringMatching(/^old_too/),
  ])
})

test.each([
  [2, '2 tests: base_not-run_0, base_not-run_1)'],
  [60, 'base_not-run_59)'],
  [61, 'base_not-run_59 and 1 more)'],
])('of %i tests that did not run for one cause at most 60 have their names', (count, end) => {
  const rows = notRunRows(linesOf(count, 'not-run', { job: null, absence: 'no post' }), named)
  const [words = ''] = wordsOf(rows)

  expect(rows.map(({ items }) => items)).toEqual([count])
  expect(words).toMatch(/^Server-dvd-iso x86_64: no post \(/)
  expect(words.endsWith(end)).toBe(true)
  expect(words).not.toContain('base_not-run_60')
})

test('tests that had not ended stand under the time until which Nightjar waits', () => {
  expect(unfinishedRows([], named, null)).toEqual([])
  expect(wordsOf(unfinishedRows([lineOf('unfinished')], named, null))).toEqual([
    'Nightjar does not wait any longer.',
    expect.stringMatching(/^base_selinux/),
  ])
})

test.each([
  [true, 'base_selinux on Server-dvd-iso x86_64 64bit, required: failed; '],
  [false, 'base_selinux on Server-dvd-iso x86_64 64bit: failed; '],
])('an accepted failure says where it is, and whether it is required: %s', (required, start) => {
  const accepted = { by: 'ada', why: 'a known bug', until: null }

  expect(String(acceptedTest(lineOf('known', { required, accepted }), named)).startsWith(start)).toBe(true)
})
