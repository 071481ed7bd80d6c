import { expect, test } from 'vitest'
import { testsBetween } from '../../../jobs/compare/between-nights.ts'
import type { PastTest } from '../../../jobs/compare/past.ts'

function told(name: string, standing: PastTest['standing'], failedModules: readonly string[] = []): PastTest {
  return {
    distri: 'fedora',
    flavor: 'universal',
    arch: 'x86_64',
    machine: '64bit',
    test: name,
    standing,
    failedModules,
    flaky: false,
  }
}

test('tells which tests began to fail, were fixed, ended otherwise, are gone, and are new', () => {
  const { failing, fixed, otherwise, gone, added } = testsBetween(
    [
      told('passes', 'passed'),
      told('fails', 'failed', ['a']),
      told('breaks', 'passed'),
      told('moves', 'failed', ['a']),
      told('mended', 'failed', ['a']),
      told('softens', 'passed'),
      told('failed, then skipped', 'failed'),
      told('gone', 'passed'),
      told('heals', 'failed', ['a']),
    ],
    [
      told('passes', 'passed'),
      told('fails', 'failed', ['b', 'a']),
      told('breaks', 'failed', ['c']),
      told('moves', 'failed', ['b']),
      told('mended', 'softfailed'),
      told('softens', 'softfailed'),
      told('failed, then skipped', 'skipped'),
      told('added', 'failed'),
      told('added, and passes', 'passed'),
      told('heals', 'passed'),
    ],
    ({ test: name }) => ['moves', 'gone'].includes(name),
  )

  expect(failing.map((each) => [each.test, each.failedModules, each.required])).toEqual([
    ['breaks', ['c'], false],
    ['moves', ['b'], true],
  ])
  expect(fixed).toMatchObject([
    { test: 'mended', from: 'failed', to: 'softfailed', failedModules: ['a'] },
    { test: 'heals', from: 'failed', to: 'passed', failedModules: ['a'] },
  ])
  expect(otherwise.map((each) => each.test)).toEqual(['softens', 'failed, then skipped'])
  expect(gone).toMatchObject([{ test: 'gone', from: 'passed', to: null, required: true }])
  expect(added).toMatchObject([
    { test: 'added', from: null, to: 'failed', failedModules: [] },
    { test: 'added, and passes', from: null, to: 'passed', failedModules: [] },
  ])
})

test('tells of no test where all ended alike', () => {
  const night = [told('passes', 'passed'), told('fails', 'failed', ['a'])]

  expect(testsBetween(night, night, () => true)).toEqual({
    failing: [],
    fixed: [],
    otherwise: [],
    gone: [],
    added: [],
  })
})
