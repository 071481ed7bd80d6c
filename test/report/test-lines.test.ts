import { expect, test } from 'vitest'
import type { TestLine } from '../../report/report.ts'
import { testBlocks, testGroups } from '../../report/test-lines.ts'

const line: TestLine = {
  id: 1,
  test: 'base_selinux',
  flavor: 'Server-dvd-iso',
  arch: 'x86_64',
  machine: '64bit',
  state: 'done',
  result: 'failed',
  reason: 'quit',
  failedModules: [],
  bugs: [],
  url: 'https://openqa.example/tests/1',
}
const letters = ['a', 'b', 'c', 'd', 'e', 'f']

function some(count: number): readonly TestLine[] {
  return Array.from({ length: count }, (_, nth) => ({ ...line, test: `t${nth + 1}` }))
}

test('a block names a test and its address, and says why it ended where no module failed', () => {
  expect(testBlocks([line])).toEqual([
    '  base_selinux on Server-dvd-iso x86_64 64bit',
    '    quit',
    '    https://openqa.example/tests/1',
  ])
  expect(testBlocks([{ ...line, reason: '' }])).toHaveLength(2)
})

test('a block names the modules that failed instead, and the bugs that are known, five of each', () => {
  expect(testBlocks([{ ...line, failedModules: ['a', 'b'], bugs: ['brc#1', 'brc#2'] }])).toEqual([
    '  base_selinux on Server-dvd-iso x86_64 64bit',
    '    in a, b',
    '    known: brc#1, brc#2',
    '    https://openqa.example/tests/1',
  ])
  expect(testBlocks([{ ...line, failedModules: letters, bugs: letters }]).slice(1, 3)).toEqual([
    '    in a, b, c, d, e',
    '    known: a, b, c, d, e',
  ])
})

test('a long name goes on in lines that hang', () => {
  const long = `${'x'.repeat(70)} ${'y'.repeat(70)}`

  expect(testBlocks([{ ...line, test: long }]).slice(0, 2)).toEqual([
    `  ${'x'.repeat(70)}`,
    `    ${'y'.repeat(70)} on`,
  ])
})

const named = (lines: readonly string[]) => lines.filter((each) => each.includes(' on Server-dvd-iso '))

test('a mail has blocks of twenty tests, and says how many more there are', () => {
  expect(named(testBlocks(some(20)))).toHaveLength(20)
  expect(testBlocks(some(20))).toHaveLength(60)
  expect(named(testBlocks(some(22)))).toEqual(named(testBlocks(some(20))))
  expect(testBlocks(some(22))).toHaveLength(61)
  expect(testBlocks(some(22)).at(-1)).toContain(' 2 more')
  expect(testBlocks([])).toEqual([])
})

test('a group is a flavor on an arch, with the number and the names of its tests', () => {
  const tests = [...some(2), { ...line, arch: 'aarch64' }, { ...line, flavor: 'universal', test: 'x' }]

  expect(testGroups(tests)).toEqual([
    '  Server-dvd-iso x86_64 (2 tests): t1, t2',
    '  Server-dvd-iso aarch64 (1 test): base_selinux',
    '  universal x86_64 (1 test): x',
  ])
  expect(testGroups([])).toEqual([])
})

test('a group has eight names, and says how many more there are', () => {
  expect(testGroups(some(8))).toEqual(['  Server-dvd-iso x86_64 (8 tests): t1, t2, t3, t4, t5, t6, t7, t8'])
  expect(testGroups(some(10)).join('\n')).toMatch(
    /\(10 tests\): t1, t2, t3, t4, t5, t6, t7,\s+t8,\s+and 2 more$/,
  )
})

test('a group that is too long for a line goes on in lines that hang', () => {
  const tests = some(3).map((each) => ({ ...each, test: each.test.padEnd(40, 'x') }))

  expect(testGroups(tests).map((each) => /^ */.exec(each)?.[0].length)).toEqual([2, 4, 4])
})
