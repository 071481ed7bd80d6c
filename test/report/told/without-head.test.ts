import { expect, test } from 'vitest'
import { withoutHead } from '../../../report/told/without-head.ts'

test.each([
  ['[Rawhide] 20261124.n.0 BROKEN: 1 failed', '1 failed'],
  ['[Fedora 44] 20261124.n.0 DEGRADED (amended): 2 failed: here, there', '2 failed: here, there'],
  ['[Rawhide] 20261124.n.0 PASSED', ''],
  ['[Rawhide] no compose: find gave up', '[Rawhide] no compose: find gave up'],
  ['Re: [Rawhide] 20261124.n.0 BROKEN: 1 failed', 'Re: [Rawhide] 20261124.n.0 BROKEN: 1 failed'],
  ['[Rawhide] 20261124.n.0 PASSED again', '[Rawhide] 20261124.n.0 PASSED again'],
  ['[] 20261124.n.0 BROKEN: 1 failed', '1 failed'],
])('%j without its head is %j', (subject, rest) => {
  expect(withoutHead(subject)).toBe(rest)
})
