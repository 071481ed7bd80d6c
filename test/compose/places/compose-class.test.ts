import { expect, test } from 'vitest'
import { parseComposeId } from '../../../compose/naming/compose-id.ts'
import { hasForm } from '../../../compose/naming/id-form.ts'
import { composeClasses, composeClassOf } from '../../../compose/places/compose-class.ts'

const ids: readonly (readonly [id: string, name: string, folder: string])[] = [
  ['Fedora-Rawhide-20261124.n.10', 'rawhide', 'rawhide'],
  ['Fedora-rawhide-20261124.n.0', 'rawhide', 'rawhide'],
  ['Fedora-44-20261124.n.10', 'branched', 'branched'],
  ['Fedora-43-20251016.10', 'production', '<version>'],
  ['Fedora-eln-20251226.n.10', 'eln', 'eln'],
  ['Fedora-ELN-20251226.n.0', 'eln', 'eln'],
  ['Fedora-Cloud-43-20260106.10', 'cloud', 'cloud'],
  ['Fedora-Cloud-28-20180126.n.10', 'cloud', 'cloud'],
  ['Fedora-Container-42-20260101.10', 'container', 'container'],
  ['Fedora-Container-28-20180126.n.10', 'container', 'container'],
  ['Fedora-IoT-44-20251026.10', 'iot', 'iot'],
  ['Fedora-IoT-44-20251026.n.10', 'iot', 'iot'],
  ['Fedora-43-updates-20251010.10', 'updates', 'updates'],
  ['Fedora-43-updates-testing-20251010.0', 'updates', 'updates'],
  ['Fedora-EPEL-10.1-updates-testing-20251031.0', 'updates', 'updates'],
  ['Fedora-Epel-9-updates-20250926.0', 'updates', 'updates'],
  ['Fedora-Epel-Next-9-updates-20250807.0', 'updates', 'updates'],
]

test.each(ids)('%s has the class %s and the folder %s', (text, name, folder) => {
  expect(composeClassOf(parseComposeId(text))).toMatchObject({ name, folder })
})

test.each(ids)('%s has the form of one class', (text) => {
  const id = parseComposeId(text)

  expect(composeClasses.filter(({ forms }) => forms.some((form) => hasForm(id, form)))).toHaveLength(1)
})

test.each([
  'FACD-26-20170101.n.1',
  'Fedora-Rawhide-20261124.0',
  'Fedora-Rawhide-20261124.t.0',
  'Fedora-44-20261124.t.0',
  'Fedora-10.1-20261124.n.0',
  'Fedora-10.1-20261124.0',
  'Fedora-eln-20251226.0',
  'Fedora-Cloud-Rawhide-20260106.0',
  'Fedora-Cloud-10.1-20260106.0',
  'Fedora-Cloud-43-20260106.t.0',
  'Fedora-Container-Rawhide-20260106.0',
  'Fedora-Container-42-20260101.t.0',
  'Fedora-IoT-Rawhide-20260106.0',
  'Fedora-IoT-44-20251026.t.0',
  'Fedora-43-updates-20251010.n.0',
  'Fedora-43-updates-stable-20251010.0',
  'Fedora-43-testing-20251010.0',
  'Fedora-Rawhide-updates-20251010.0',
  'Fedora-Cloud-43-updates-20251010.0',
  'Fedora-Next-9-updates-20250807.0',
  'Fedora-EPEL-10-20251031.0',
])('the place of %s is not known', (text) => {
  expect(composeClassOf(parseComposeId(text))).toBeNull()
})

test('every class has its own name and a reason', () => {
  expect(new Set(composeClasses.map(({ name }) => name)).size).toBe(composeClasses.length)
  expect(composeClasses.filter(({ why }) => why.length < 10)).toEqual([])
})
