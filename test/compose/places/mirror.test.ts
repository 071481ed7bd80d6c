import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { mirrorFolder } from '../../../compose/places/mirror.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'fedora/linux/development/rawhide'],
  ['Fedora-44-20261124.n.0', 'fedora/linux/development/44'],
  ['Fedora-44-20261124.0', null],
  ['Fedora-Cloud-43-20261124.0', null],
])('%s is synced into %s', (text, folder) => {
  expect(mirrorFolder(parseComposeId(text))).toBe(folder)
})

test('a candidate is staged in a folder of its own, by its label', () => {
  expect(mirrorFolder(parseComposeId('Fedora-44-20261124.0'), 'RC-1.2')).toBe('alt/stage/44_RC-1.2')
  expect(mirrorFolder(parseComposeId('Fedora-44-20261124.0'), null)).toBeNull()
})
