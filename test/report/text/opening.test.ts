import { expect, test } from 'vitest'
import type { Report } from '../../../report/report.ts'
import { opening } from '../../../report/text/opening.ts'
import { compose } from '../green-night.ts'
import { lineOf, reportOn, testsWith } from '../test-lines.ts'

const openqa = 'https://openqa.fedoraproject.org/tests/overview?build=Fedora-Rawhide-20261124.n.0'
const usual = ['', `${compose.id} (FINISHED_INCOMPLETE)`, 'Compared with 20261123.n.0', openqa]

const candidate = {
  run: 'candidate/44/RC-1.9',
  edition: 1,
  compose: 'Fedora-44-20260414.1',
  date: '2026-04-14',
}

function lines(what: Partial<Report>): readonly string[] {
  return opening(reportOn([lineOf('new')], what))
}

test('the compose comes with its status and label, then what it is compared with, and its tests', () => {
  expect(lines({})).toEqual(usual)
  expect(lines({ compose: { ...compose, label: 'RC-1.2' } })[1]).toBe(
    `${compose.id} (FINISHED_INCOMPLETE, RC-1.2)`,
  )
  expect(lines({ compose: { ...compose, status: '' } })[1]).toBe(`${compose.id} (no STATUS)`)
})

test('openQA has no page to look at where no test was seen', () => {
  expect(lines({ tests: testsWith([]) })).toEqual(usual.slice(0, 3))
  expect(lines({ links: { openqa: null, run: null } })).toEqual(usual.slice(0, 3))
})

test.each<[Report['comparison'], string]>([
  [null, compose.url],
  [{ baseline: candidate, nights: 1, unknown: null }, 'Compared with RC-1.9 (Fedora-44-20260414.1)'],
  [{ baseline: null, nights: 0, unknown: null }, 'Compared with nothing: it is the first night with results'],
  [{ baseline: null, nights: 0, unknown: 'away' }, 'Compared with nothing: the nights before are not known'],
])('what it is compared with, %j, is told as "%s"', (comparison, words) => {
  expect(lines({ comparison })[2]).toBe(words)
})

test('what an edition changes comes first', () => {
  expect(lines({ amends: { edition: 3, changes: [] } })).toEqual([
    '',
    'This amends edition 3',
    ...usual.slice(1),
  ])
  expect(lines({ amends: { edition: 3, changes: ['a b', 'c '.repeat(40)] } })).toEqual([
    '',
    'This amends edition 3:',
    '  a b',
    `  ${'c '.repeat(35).trim()}`,
    `    ${'c '.repeat(5).trim()}`,
    '',
    ...usual.slice(1),
  ])
})

test.each<[Partial<Report>, readonly string[]]>([
  [{ respinOf: { compose: 'n.0', run: 'night' } }, ['It is a respin of n.0. night reports on that one.']],
  [{ respinOf: { compose: null, run: 'night' } }, ['night had no compose; this one came later.']],
  [
    { replacedBy: { compose: 'n.2', run: 'night/2' } },
    ['A newer respin has come: n.2. night/2 reports on it.'],
  ],
  [
    { replacedBy: { compose: 'n.2', run: 'candidate/44/RC-1.10' } },
    ['A newer candidate has come: n.2. candidate/44/RC-1.10 reports on it.'],
  ],
  [
    { discarded: ['a', 'b', 'c', 'd'].map((id) => ({ id, status: 'DOOMED' })) },
    ['Discarded: a (DOOMED), b (DOOMED), c (DOOMED) and 1 more'],
  ],
  [{ mode: 'observe' }, ['Nightjar only watches here: somebody else schedules these tests.']],
])('%j is told below the compose', (what, more) => {
  expect(lines(what)).toEqual([...usual, ...more])
})

test('a night without a compose has nothing to say here', () => {
  expect(lines({ compose: null, links: { openqa: null, run: null } })).toEqual([])
})
