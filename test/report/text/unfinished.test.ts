import { expect, test } from 'vitest'
import { unfinishedLines } from '../../../report/text/unfinished.ts'
import { lineOf, linesOf, linkTo } from '../test-lines.ts'

test('it is said until when Nightjar waits, or that it does not', () => {
  expect(unfinishedLines([], '2026-11-25T04:47:41.000Z')).toEqual([
    '  Nightjar waits until 2026-11-25 04:47 UTC, and then amends this',
    '  report.',
  ])
  expect(unfinishedLines([], null)).toEqual(['  Nightjar does not wait any longer.'])
})

test('each test has its state and its link', () => {
  const running = lineOf('unfinished', { job: linkTo(1, { state: 'running' }), failedModules: ['login'] })

  expect(unfinishedLines([running, lineOf('unfinished', { job: null })], null).slice(1)).toEqual([
    '  base_selinux on Server-dvd-iso x86_64 64bit: running',
    '    https://openqa.example/tests/1',
    '  base_selinux on Server-dvd-iso x86_64 64bit: no job',
  ])
})

test('of many tests 20 are told', () => {
  expect(unfinishedLines(linesOf(30, 'unfinished'), null).at(-1)).toMatch(/… and 10 more/)
})
