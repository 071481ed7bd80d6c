import { expect, test } from 'vitest'
import { parseComposeName } from '../../../compose/naming/compose-name.ts'
import { labelInNames } from '../../../compose/naming/file-label.ts'
import { formatLabel } from '../../../compose/naming/label.ts'

test.each([
  ['41', 'Fedora-Server-dvd-x86_64-41-1.4.iso', 'RC-1.4'],
  ['41', 'Fedora-Cloud-Base-Generic-41-1.14.x86_64.qcow2', 'RC-1.14'],
  ['24', 'Fedora-Server-dvd-x86_64-24-1.2.iso', 'RC-1.2'],
  ['25_Beta', 'Fedora-Workstation-dvd-x86_64-25_Beta-1.1.iso', 'Beta-1.1'],
  ['25_Alpha', 'Fedora-Cloud-netinst-i386-25-Alpha-1.2.iso', 'Alpha-1.2'],
  ['41', 'Fedora-Kinoite-41.1.4.ociarchive', null],
  ['41', 'Fedora-Server-dvd-x86_64-42-1.1.iso', null],
  ['41', 'Fedora-Server-dvd-x86_64-41_Beta-1.2.iso', null],
  ['25_Beta', 'Fedora-Server-dvd-x86_64-25-1.3.iso', null],
  ['23', 'Fedora-Server-dvd-x86_64-23-1.4.iso', null],
  ['44_RC-1.2', 'Fedora-Server-dvd-x86_64-44-1.2.iso', null],
  ['Fedora-44-20261124.n.0', 'Fedora-Server-dvd-x86_64-44-1.2.iso', null],
])('of %s the name %s has the label %s', (compose, name, label) => {
  const found = labelInNames(parseComposeName(compose), ['boot.iso', name])

  expect(found && formatLabel(found)).toBe(label)
})

test('without names there is no label', () => {
  expect(labelInNames({ kind: 'stable', release: 41 }, [])).toBeNull()
})
