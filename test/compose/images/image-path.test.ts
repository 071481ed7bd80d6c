import { expect, test } from 'vitest'
import { pathFault } from '../../../compose/images/image-path.ts'

test.each([
  ['', 'is empty'],
  ['/a.iso', 'is absolute'],
  ['a\u0000.iso', 'contains a control character'],
  ['a\n.iso', 'contains a control character'],
  ['a\\b.iso', 'contains one of \\ % ? #'],
  ['%2e%2e/a.iso', 'contains one of \\ % ? #'],
  ['a.iso?b', 'contains one of \\ % ? #'],
  ['a.iso#b', 'contains one of \\ % ? #'],
  ['http:a.iso', 'begins with a URL scheme'],
  ['HTTP://b/a.iso', 'begins with a URL scheme'],
  ['h2+x.y-z:a.iso', 'begins with a URL scheme'],
  ['..', 'leaves the compose with ..'],
  ['a/../b.iso', 'leaves the compose with ..'],
])('the path %j %s', (path, fault) => {
  expect(pathFault(path)).toBe(fault)
})

test.each(['a.iso', 'a/b/c d.iso', 'a/b:c.iso', '2a:b.iso', 'a..b/..c/d...iso', './a.iso'])(
  'the path %j is accepted',
  (path) => {
    expect(pathFault(path)).toBeNull()
  },
)
