import { expect, test } from 'vitest'
import { extraSettingMistakes } from '../../../jobs/plan/extra-settings.ts'

test.each([
  'DISTRI',
  'FLAVOR',
  'ARCH',
  'BUILD',
  'NIGHTJAR',
  '_OBSOLETE',
  '_ONLY_OBSOLETE_SAME_BUILD',
  '_FORCE_OBSOLETE',
  '_DEPRIORITIZEBUILD',
  '_FORCE_DEPRIORITIZEBUILD',
])('%s may not be set, and the mistake says why', (name) => {
  expect(extraSettingMistakes({ [name]: '1' })).toEqual([
    expect.stringMatching(new RegExp(`^${name} .*: .{10}`)),
  ])
})

test.each(['UPDATES', '_X', 'A1', 'A_B', 'X', 'VERSION'])('%s may be set', (name) => {
  expect(extraSettingMistakes({ [name]: '1' })).toEqual([])
})

test.each(['a', 'Ab', '1A', 'A-B', ' A', 'A ', '', 'constructor'])('%j is no setting', (name) => {
  expect(extraSettingMistakes({ [name]: '1' })).toEqual([expect.stringContaining(`"${name}" `)])
})

test('every mistake is told, in the order of the settings', () => {
  expect(extraSettingMistakes({ a: '', B: '', ARCH: '' })).toHaveLength(2)
  expect(extraSettingMistakes({})).toEqual([])
})
