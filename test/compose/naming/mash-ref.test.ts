import { expect, test } from 'vitest'
import { formatComposeName } from '../../../compose/naming/compose-name.ts'
import { parseNightCompose, readMashName } from '../../../compose/naming/mash-ref.ts'

test.each([
  ['Rawhide__20150820', { kind: 'mash', version: 'Rawhide', date: '20150820' }],
  ['23_Branched_20150820', { kind: 'mash', version: '23', date: '20150820' }],
  ['1_Branched_20150820', { kind: 'mash', version: '1', date: '20150820' }],
  ['9999_Branched_20150820', { kind: 'mash', version: '9999', date: '20150820' }],
  ['Rawhide__20261124', { kind: 'mash', version: 'Rawhide', date: '20261124' }],
])('%s names a nightly of 2015, and it is the name of that nightly', (name, ref) => {
  expect(readMashName(name)).toEqual(ref)
  expect(parseNightCompose(name)).toEqual(ref)
  expect(formatComposeName(parseNightCompose(name))).toBe(name)
})

test.each([
  'Rawhide__20150231',
  'Rawhide_20150820',
  '23__20150820',
  'Fedora-Rawhide-20261124.n.0',
  'xRawhide__20150820',
  'Rawhide__201508201',
  'Rawhide__2015082',
  '0_Branched_20150820',
  '12345_Branched_20150820',
  '023_Branched_20150820',
  '',
])('%j names no nightly of 2015', (name) => {
  expect(readMashName(name)).toBeNull()
})

test('the compose of a night may also be made by Pungi', () => {
  expect(parseNightCompose('Fedora-Rawhide-20261124.n.0')).toMatchObject({ kind: 'pungi' })
})
