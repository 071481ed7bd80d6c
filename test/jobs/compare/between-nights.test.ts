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
    ],
  )

  expect(failing.map((each) => [each.test, each.failedModules])).toEqual([
    ['breaks', ['c']],
    ['moves', ['b']],
  ])
  expect(fixed).toMatchObject([{ test: 'mended', from: 'failed', to: 'softfailed', failedModules: ['a'] }])
  expect(otherwise.map((each) => each.test)).toEqual(['softens', 'failed, then skipped'])
  expect(gone).toMatchObject([{ test: 'gone', from: 'passed', to: null }])
  expect(added).toMatchObject([{ test: 'added', from: null, to: 'failed' }])
})
