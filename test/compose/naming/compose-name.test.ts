import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { formatComposeName, parseComposeName, readComposeName } from '../../../compose/naming/compose-name.ts'
import type { ComposeRef } from '../../../compose/naming/compose-ref.ts'
import { anyComposeRef } from '../any-compose.ts'

const names: readonly (readonly [string, ComposeRef])[] = [
  ['Fedora-Rawhide-20261124.n.0', { kind: 'pungi', id: parseComposeId('Fedora-Rawhide-20261124.n.0') }],
  ['Fedora-44-20261124.0', { kind: 'pungi', id: parseComposeId('Fedora-44-20261124.0') }],
  ['43_RC-1.3', { kind: 'staged', release: 43, label: { name: 'RC', major: 1, minor: 3 } }],
  ['22_Beta_TC3', { kind: 'candidate', release: 22, milestone: 'Beta', build: 'TC3' }],
  ['23_Beta_RC2', { kind: 'candidate', release: 23, milestone: 'Beta', build: 'RC2' }],
  ['21_Final_RC1.1', { kind: 'candidate', release: 21, milestone: 'Final', build: 'RC1.1' }],
  ['Rawhide__20150820', { kind: 'mash', version: 'Rawhide', date: '20150820' }],
  ['24_Branched_20160225', { kind: 'mash', version: '24', date: '20160225' }],
  ['23__20160219.1', { kind: 'two-week', release: 23, date: '20160219', respin: 1 }],
  ['43_Beta', { kind: 'milestone', release: 43, milestone: 'Beta' }],
  ['Fedora-38-19700101.0', { kind: 'stable', release: 38 }],
  ['FedoraRespin-43-updates-20251215.0', { kind: 'respin', release: 43, date: '20251215' }],
]

test.each(names)('%s names one compose, and it is the name of that compose', (name, ref) => {
  expect(parseComposeName(name)).toEqual(ref)
  expect(formatComposeName(ref)).toBe(name)
})

test('a release may be named by its number, and a final candidate by its folder', () => {
  expect(parseComposeName('43')).toEqual({ kind: 'stable', release: 43 })
  expect(parseComposeName('22_TC3')).toEqual(parseComposeName('22_Final_TC3'))
  expect(parseComposeName('22_RC1.1')).toEqual(parseComposeName('22_Final_RC1.1'))
})

test('every compose is read back from its name', () => {
  fc.assert(
    fc.property(anyComposeRef, (ref) => {
      expect(parseComposeName(formatComposeName(ref))).toEqual(ref)
    }),
    { numRuns: 500 },
  )
})

test('a label without its release has its own error', () => {
  expect(() => parseComposeName('RC-1.3')).toThrow('expected the release with its label, such as 44_RC-1.3')
})

test('the error says every form of a name, and what arrived', () => {
  expect(() => parseComposeName('yesterday')).toThrow(
    'expected a compose: an id such as Fedora-Rawhide-20261124.n.0 or Fedora-44-20261124.0, a candidate such as ' +
      '44_RC-1.2, a release such as 44 or 44_Beta, or a name of 2015 such as 23_Beta_RC2, Rawhide__20150820 or ' +
      '24_Branched_20160225, got "yesterday"',
  )
})

test.each([
  '0_RC-1.3',
  '12345_RC-1.3',
  'x43_RC-1.3',
  '43x_RC-1.3',
  '43_RC-1.3x',
  '43_RC-1.3_',
  '43_RC',
  '43_xTC3',
  '43__TC3',
  '43_TC3_TC3',
  '43_Beta_',
  '43_Beta_RC2_',
  '_43',
])('%j is almost a name, but names no compose', (text) => {
  expect(readComposeName(text)).toBeNull()
})

test.each(['', 'yesterday', '43_', '43_Gamma', 'Rawhide', 'Rawhide__20150832', 'a_b_c_d', '../43', '0'])(
  '%j names no compose, and the error says the expected forms',
  (text) => {
    expect(readComposeName(text)).toBeNull()
    expect(() => parseComposeName(text)).toThrow('23_Beta_RC2')
  },
)
