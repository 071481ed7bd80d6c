import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../../compose/naming/compose-ref.ts'
import { quadrupleOf } from '../../../compose/naming/quadruple.ts'
import { readQuadruple } from '../../../compose/naming/read-quadruple.ts'
import { anyComposeRef } from '../any-compose.ts'

type Said = readonly [dist: string, release: string, milestone: string, compose: string, respin: string]

const quadruple = ([dist, release, milestone, compose, respin]: Said) => ({
  dist,
  release,
  milestone,
  compose,
  respin,
})
const pungi = (name: string): ComposeRef => ({ kind: 'pungi', id: parseComposeId(name) })

const table: readonly (readonly [Said, ComposeRef])[] = [
  [['Fedora', 'Rawhide', '', '20261124', '0'], pungi('Fedora-Rawhide-20261124.n.0')],
  [['Fedora', 'Rawhide', '', '20261124', 't.0'], pungi('Fedora-Rawhide-20261124.t.0')],
  [['Fedora', '44', 'Branched', '20261124', '1'], pungi('Fedora-44-20261124.n.1')],
  [['Fedora', '44', 'Production', '20261124', '1'], pungi('Fedora-44-20261124.1')],
  [['Fedora', 'eln', '', '20261124', '3'], pungi('Fedora-eln-20261124.n.3')],
  [['Fedora-Cloud', '43', '', '20261124', '0'], pungi('Fedora-Cloud-43-20261124.0')],
  [['Fedora-Cloud', '28', '', '20180126', 'n.0'], pungi('Fedora-Cloud-28-20180126.n.0')],
  [
    ['Fedora-EPEL-updates-testing', '10.1', '', '20251031', '0'],
    pungi('Fedora-EPEL-10.1-updates-testing-20251031.0'),
  ],
  [
    ['Fedora', '44', 'RC', '1', '2'],
    { kind: 'staged', release: 44, label: { name: 'RC', major: 1, minor: 2 } },
  ],
  [['Fedora', '23', 'Beta', 'RC2', ''], { kind: 'candidate', release: 23, milestone: 'Beta', build: 'RC2' }],
  [['Fedora', 'Rawhide', '', '20150820', ''], { kind: 'mash', version: 'Rawhide', date: '20150820' }],
  [['Fedora', '24', 'Branched', '20160225', ''], { kind: 'mash', version: '24', date: '20160225' }],
  [['Fedora', '23', '', '20160220', ''], { kind: 'two-week', release: 23, date: '20160220', respin: null }],
  [['Fedora', '43', 'Beta', '', ''], { kind: 'milestone', release: 43, milestone: 'Beta' }],
  [['Fedora', '43', '', '', ''], { kind: 'stable', release: 43 }],
  [['FedoraRespin', '43', '', '20251215', ''], { kind: 'respin', release: 43, date: '20251215' }],
]

test.each(table)('%j names one compose, and it is the quadruple of that compose', (said, ref) => {
  expect(readQuadruple(quadruple(said))).toEqual(ref)
  expect(quadrupleOf(ref)).toEqual(quadruple(said))
})

test.each<readonly [Said, ComposeRef]>([
  [['Fedora', 'Rawhide', '', '20160314.n.0', ''], pungi('Fedora-Rawhide-20160314.n.0')],
  [['Fedora', '44', 'Branched', '20261124.n.1', ''], pungi('Fedora-44-20261124.n.1')],
  [
    ['Fedora', '44', 'RC', '1.2', ''],
    { kind: 'staged', release: 44, label: { name: 'RC', major: 1, minor: 2 } },
  ],
  [['Fedora', '23', '', '20160219.1', ''], { kind: 'two-week', release: 23, date: '20160219', respin: 1 }],
])('%j has the respin in its compose part', (said, ref) => {
  expect(readQuadruple(quadruple(said))).toEqual(ref)
})

test.each<readonly [Said, ComposeRef]>([
  [['Fedora', 'Rawhide', 'Production', '20261124', '0'], pungi('Fedora-Rawhide-20261124.0')],
  [['Fedora', '44', 'Branched', '20261124', 'd.3'], pungi('Fedora-44-20261124.d.3')],
  [['Fedora', '44', 'Production', '20261124', 'n.3'], pungi('Fedora-44-20261124.n.3')],
  [['Fedora', '100', 'Branched', '20261124', '0'], pungi('Fedora-100-20261124.n.0')],
  [['Fedora-updates-testing', '43', '', '20261124', '0'], pungi('Fedora-43-updates-testing-20261124.0')],
  [['FedoraRespin', '43', '', '20251215', '1'], pungi('FedoraRespin-43-20251215.1')],
  [['Fedora', 'Rawhide', '', '20160331', ''], { kind: 'mash', version: 'Rawhide', date: '20160331' }],
  [['Fedora', '23', '', '20160219', '0'], { kind: 'two-week', release: 23, date: '20160219', respin: 0 }],
  [
    ['Fedora', '23', '', '20160219', '12345'],
    { kind: 'two-week', release: 23, date: '20160219', respin: 12_345 },
  ],
  [
    ['Fedora', '21', 'Final', 'RC10.12', ''],
    { kind: 'candidate', release: 21, milestone: 'Final', build: 'RC10.12' },
  ],
  [
    ['Fedora', '21', 'Alpha', 'TC123', ''],
    { kind: 'candidate', release: 21, milestone: 'Alpha', build: 'TC123' },
  ],
  [['Fedora', '21', 'Alpha', '', ''], { kind: 'milestone', release: 21, milestone: 'Alpha' }],
  [['Fedora', '9999', '', '', ''], { kind: 'stable', release: 9999 }],
])('%j names one compose', (said, ref) => {
  expect(readQuadruple(quadruple(said))).toEqual(ref)
})

test('every compose is read back from its quadruple', () => {
  fc.assert(
    fc.property(anyComposeRef, (ref) => {
      expect(readQuadruple(quadrupleOf(ref))).toEqual(ref)
    }),
    { numRuns: 500 },
  )
})

test.each<Said>([
  ['Fedora', '', '', '', ''],
  ['Fedora', 'Rawhide', '', '', ''],
  ['Fedora', 'Rawhide', '', '20261124', ''],
  ['Fedora', '44', 'Branched', '20261124', ''],
  ['Fedora', '44', '', 'TC1', ''],
  ['Fedora', '44', 'Gamma', '1', '1'],
  ['Fedora', '44', 'Branched', '20260230', '0'],
  ['Debian', '12', '', '', ''],
  // Parts that are valid alone, but not together.
  ['Fedora', 'Rawhide', 'Branched', '20261124', '0'],
  ['Fedora-Cloud', '43', 'Production', '20261124', '0'],
  ['Fedora', 'Rawhide', 'RC', '1', '2'],
  ['Fedora', 'Rawhide', 'Beta', 'RC2', ''],
  ['Fedora', 'Rawhide', 'Branched', '20150820', ''],
  ['Fedora', '23', 'Beta', '20150820', ''],
  ['Fedora', 'Rawhide', 'Beta', '', ''],
  ['Fedora', '43', 'Final', '', ''],
  ['Fedora', '43', 'Beta', '20261124', ''],
  ['Fedora', 'Rawhide', '', '20160401', ''],
  ['Fedora', '24', 'Branched', '20160401', ''],
  ['FedoraRespin', '43', '', '', ''],
  ['FedoraRespin', 'Rawhide', '', '20251215', ''],
  ['Debian', '43', '', '20251215', ''],
  ['Fedora', '43', '', '', '3'],
  ['Fedora', '43', 'Beta', '', '3'],
  ['FedoraRespin', '43', 'Beta', '20251215', ''],
  // Parts with too much or too little text.
  ['Fedora', '44', 'RC', '1', ''],
  ['Fedora', '44', 'RC', '', '2'],
  ['Fedora', '44', 'Beta', 'xRC2', ''],
  ['Fedora', '44', 'Beta', 'RC2x', ''],
  ['Fedora', '44', 'Beta', 'RC0', ''],
  ['Fedora', '44', 'Beta', 'RC1234', ''],
  ['Fedora', '44', 'Beta', 'RC1.', ''],
  ['Fedora', '44', 'Beta', 'RC1.1234', ''],
  ['Fedora', '44', 'Beta', 'RC1.0', ''],
  ['Fedora', '44', 'Beta', 'RC2', '1'],
  ['Fedora', '23', '', '20160219', '01'],
  ['Fedora', '23', '', '20160219', '123456'],
  ['Fedora', '23', '', '20160219', 'x1'],
  ['Fedora', '23', '', '20160219', '1x'],
  ['Fedora', '0', '', '', ''],
  ['Fedora', '10000', '', '', ''],
  ['Fedora', 'x43', '', '', ''],
  ['Fedora', '43x', '', '', ''],
  ['Fedora', '44', 'Branched', '20261124', 'x.0'],
  [' Fedora', '44', 'Branched', '20261124', '0'],
  ['Fedora ', '44', 'Branched', '20261124', '0'],
])('(%s, %s, %s, %s, %s) names no compose', (...said) => {
  expect(readQuadruple(quadruple(said))).toBeNull()
})
