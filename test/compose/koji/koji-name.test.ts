import { expect, test } from 'vitest'
import { parseComposeName } from '../../../compose/naming/compose-name.ts'
import { kojiNameOf } from '../../../compose/koji/koji-name.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', { version: 'Rawhide', date: '20261124', release: '20261124.n.0' }],
  ['Fedora-44-20261124.0', { version: '44', date: '20261124', release: '20261124.0' }],
  ['Fedora-Cloud-43-20261124.0', { version: '43', date: '20261124', release: '20261124.0' }],
  ['Rawhide__20150820', { version: 'Rawhide', date: '20150820', release: '20150820' }],
  ['43', null],
  ['23_Beta_RC2', null],
])('Koji knows %s as %j', (name, known) => {
  expect(kojiNameOf(parseComposeName(name))).toEqual(known)
})
