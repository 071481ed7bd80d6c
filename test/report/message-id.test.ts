import { expect, test } from 'vitest'
import { messageIdOf } from '../../report/message-id.ts'

test.each([
  ['nightly/rawhide/2026-11-24', 1, 'example.org', '<nightly.rawhide.2026-11-24.final@example.org>'],
  ['nightly/rawhide/2026-11-24', 2, 'example.org', '<nightly.rawhide.2026-11-24.amended-2@example.org>'],
  ['//a b//', 12, '..x_y..', '<a.b.amended-12@x_y>'],
  ['a\r\n<b>@c', 1, 'd@e', '<a.b.c.final@d.e>'],
])('the mail of the run %j in edition %i from %j is %s', (run, edition, domain, id) => {
  expect(messageIdOf({ run, edition }, domain)).toBe(id)
})
