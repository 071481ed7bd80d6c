import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictWords } from '../../../jobs/verdict/verdicts.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { subjectOf } from '../../../report/told/subject.ts'
import { compose, green } from '../green-night.ts'

const report = makeReport(green)

function subject(what: Partial<Report>): string {
  return subjectOf({ ...report, ...what })
}

test.each<[Partial<Report>, string]>([
  [
    { verdict: 'broken', summary: ['2 new failures (installer)', '5 known', '1 flaky'] },
    '[Rawhide] 20261124.n.0 BROKEN: 2 new failures (installer), 5 known, 1 flaky',
  ],
  [
    { verdict: 'degraded', edition: 2, summary: ['1 fixed'] },
    '[Rawhide] 20261124.n.0 DEGRADED (amended): 1 fixed',
  ],
  [
    { title: 'Fedora 44', compose: { ...compose, id: 'Fedora-44-20261124.n.12' }, summary: ['1 fixed'] },
    '[Fedora 44] 20261124.n.12 PASSED: 1 fixed',
  ],
  [{ verdict: 'cancelled', summary: ['openQA moves'] }, '[Rawhide] 20261124.n.0 CANCELLED: openQA moves'],
  [{ verdict: 'absent', compose: null, summary: ['no compose'] }, '[Rawhide] 2026-11-24 ABSENT: no compose'],
  [{ summary: [] }, '[Rawhide] 20261124.n.0 PASSED'],
])('%j is told as %s', (what, words) => {
  expect(subject(what)).toBe(words)
})

test('the last parts are left out where they do not fit, and a short one does not take their place', () => {
  const head = '[Rawhide] 20261124.n.0 PASSED: '
  const long = 'x'.repeat(78 - head.length - ', b'.length)

  expect(subject({ summary: [long, 'b', 'c'] })).toBe(`${head}${long}, b`)
  expect(subject({ summary: [long, 'bb', 'c'] })).toBe(`${head}${long}`)
  expect(subject({ summary: [`${long} bb`, 'c'] })).toBe(`${head}${long} bb`)
})

test('a first part that does not fit loses whole words', () => {
  const what = { title: 'Fedora 44', edition: 2, verdict: 'unfinished' } as const

  expect(subject({ ...what, summary: ['the mirror does not have all of it', 'x'] })).toBe(
    '[Fedora 44] 20261124.n.0 UNFINISHED (amended): the mirror does not have all…',
  )
  expect(subject({ ...what, summary: ['x'.repeat(40)] })).toBe(
    '[Fedora 44] 20261124.n.0 UNFINISHED (amended)',
  )
})

test('a title and a compose that are too long are cut, and leave room for the verdict', () => {
  const what = { title: 'T'.repeat(90), compose: { ...compose, id: 'c'.repeat(90) }, edition: 2 }

  expect(subject({ ...what, summary: ['1 fixed'] })).toBe(
    `[${'T'.repeat(19)}…] ${'c'.repeat(29)}… PASSED (amended): 1…`,
  )
})

test('no subject is longer than 78 characters or cuts a word, whatever it is made from', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('a', ' ', '-', '😀', '\r', '\n', '\u202e'),
    maxLength: 120,
  })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 12 })
  const part = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      fc.record({
        title: hostile,
        compose: fc.option(hostile.map((id) => ({ ...compose, id }))),
        edition: fc.constantFrom(1, 2),
        verdict: fc.constantFrom(...verdictWords),
        summary: fc.array(part, { maxLength: 6 }),
      }),
      (what) => {
        const told = subject(what)
        const [, end = ''] = /^.*?(?:[A-Z]{5,}| \(amended\))(?:: (.*))?$/.exec(told) ?? []
        const shown = end.replace(/…$/, '')
        const all = `${what.summary.join(', ')},`

        expect(Array.from(told).length).toBeLessThanOrEqual(78)
        expect(told).not.toMatch(/[\p{Cc}\p{Cf}]|[ :]$/u)
        expect(all.startsWith(shown)).toBe(true)
        expect(shown === '' ? ',' : all[shown.length]).toBe(end === shown ? ',' : ' ')
      },
    ),
  )
})
