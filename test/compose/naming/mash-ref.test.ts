import { expect, test } from 'vitest'
import { formatComposeName } from '../../../compose/naming/compose-name.ts'
import { mashOfNight, parseMashName, parseNightCompose } from '../../../compose/naming/mash-ref.ts'

test.each([
  ['Rawhide__20150820', { kind: 'mash', version: 'Rawhide', date: '20150820' }],
  ['23_Branched_20150820', { kind: 'mash', version: '23', date: '20150820' }],
  ['1_Branched_20150820', { kind: 'mash', version: '1', date: '20150820' }],
  ['9999_Branched_20150820', { kind: 'mash', version: '9999', date: '20150820' }],
  ['Rawhide__20261124', { kind: 'mash', version: 'Rawhide', date: '20261124' }],
])('%s names a nightly, and is what it is called', (name, ref) => {
  expect(parseMashName(name)).toEqual(ref)
  expect(parseNightCompose(name)).toEqual(ref)
  expect(formatComposeName(parseMashName(name))).toBe(name)
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
])('%j names none, and the error says which forms would', (name) => {
  expect(() => parseMashName(name)).toThrow(
    `expected a nightly of 2015 such as Rawhide__20150820 or 23_Branched_20150820, got ${JSON.stringify(name)}`,
  )
})

test('the compose of a night may be of Pungi as well', () => {
  expect(parseNightCompose('Fedora-Rawhide-20261124.n.0')).toMatchObject({ kind: 'pungi' })
})

test('a night has one nightly, by its date', () => {
  expect(mashOfNight({ stream: 'branched', date: '2015-08-20' }, '23')).toEqual({
    kind: 'mash',
    version: '23',
    date: '20150820',
  })
})
