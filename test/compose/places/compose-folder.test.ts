import { expect, test } from 'vitest'
import { composeFolder } from '../../../compose/places/compose-folder.ts'
import { parseComposeName } from '../../../compose/naming/compose-name.ts'

test.each([
  [
    'Fedora-Rawhide-20261124.n.0',
    'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0',
  ],
  ['Rawhide__20150820', 'https://kojipkgs.fedoraproject.org/mash/rawhide-20150820/rawhide'],
  ['23_Branched_20150820', 'https://kojipkgs.fedoraproject.org/mash/branched-20150820/23'],
])('the folder of %s for people is %s', (name, url) => {
  expect(composeFolder(parseComposeName(name))).toBe(url)
})
