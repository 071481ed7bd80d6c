import { expect, test } from 'vitest'
import { testClasses, type TestClass } from '../../jobs/compare/test-class.ts'
import { amendmentOf } from '../../report/amendment.ts'
import type { TestLine } from '../../report/report.ts'
import { lineOf, linesOf, reportOn } from './test-lines.ts'

const where = '(Server-dvd-iso x86_64 64bit)'

/** What the second edition says of tests that were these before. */
function changes(before: readonly TestLine[], after: readonly TestLine[]): readonly string[] | undefined {
  return amendmentOf(2, reportOn(before), reportOn(after))?.changes
}

function named(kind: TestClass, name: string): TestLine {
  return lineOf(kind, { test: name })
}

test('a first edition amends nothing, and without the one before nobody knows what changed', () => {
  expect(amendmentOf(1, reportOn([]), reportOn([lineOf('new')]))).toBeNull()
  expect(amendmentOf(4, null, reportOn([lineOf('new')]))).toEqual({ edition: 3, changes: [] })
})

test('the edition before is named by its own number', () => {
  expect(amendmentOf(4, { ...reportOn([]), edition: 2 }, reportOn([]))).toEqual({ edition: 2, changes: [] })
})

test('a changed verdict is said first', () => {
  const now = { ...reportOn([lineOf('new')]), verdict: 'broken' as const }

  expect(amendmentOf(2, reportOn([]), now)?.changes).toEqual([
    'the verdict was PASSED, it is BROKEN',
    `1 test changed from passed to new failure: base_selinux ${where}`,
  ])
})

test('tests that changed alike are told together, the first three by name', () => {
  const names = ['a', 'b', 'c', 'd']
  const before = names.map((name) => named('unfinished', name))

  expect(changes([...before, named('known', 'e'), named('still', 'f')], [named('still', 'f')])).toEqual([
    `4 tests changed from unfinished to passed: a ${where}, b ${where}, c ${where} and 1 more`,
    `1 test changed from known failure to passed: e ${where}`,
  ])
})

test.each(testClasses.filter((kind) => kind !== 'passed'))(
  'a test that is %s as before is no change',
  (kind) => {
    expect(changes([lineOf(kind)], [lineOf(kind)])).toEqual([])
  },
)

test('tests of one name are told apart by flavor, arch, machine and distribution', () => {
  const others = [{ flavor: 'a' }, { arch: 'b' }, { machine: 'c' }, { distri: 'd' }, {}]
  const after = others.map((what) => lineOf('not-run', { test: 't', ...what }))

  expect(changes([], after.slice(0, 3))?.[0]).toBe(
    '3 tests changed from passed to not run: t (a x86_64 64bit), t (Server-dvd-iso b 64bit), t (Server-dvd-iso x86_64 c)',
  )
  expect(changes([], after.slice(3))?.[0]).toBe(
    `2 tests changed from passed to not run: t (Server-dvd-iso x86_64 64bit d), t ${where}`,
  )
})

test('at most ten changes are told', () => {
  const kinds = testClasses.filter((kind) => kind !== 'passed')
  const was = { ...reportOn(kinds.map((kind) => named(kind, kind))), verdict: 'broken' as const }

  expect(kinds).toHaveLength(11)
  expect(amendmentOf(2, was, reportOn([]))?.changes).toHaveLength(10)
  expect(changes(linesOf(30, 'new'), [])).toHaveLength(1)
})
