import { expect, test } from 'vitest'
import { groupUuid } from '../../../clients/resultsdb/group-uuid.ts'
import { uuid5 } from '../../../clients/uuid5.ts'

test.each([
  // The example of RFC 4122's errata and of RFC 9562, appendix A.4.
  ['www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  // That of Python's documentation.
  ['python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
])('the UUID of %s among the DNS names is %s', (name, uuid) => {
  expect(uuid5(name)).toBe(uuid)
})

test('letters outside ASCII do not count, as in the conventions', () => {
  expect(groupUuid('compose', 'Fedora-Räwhide')).toBe(groupUuid('compose', 'Fedora-Rwhide'))
})

test('a group of another namespace is another group', () => {
  expect(groupUuid('compose', 'Fedora-Rawhide-20261124.n.0')).not.toBe(
    groupUuid('openqa', 'Fedora-Rawhide-20261124.n.0'),
  )
})
