import { expect, test } from 'vitest'
import { whyNotWatched } from '../../../workers/watch/not-watched.ts'

test.each([
  ['rawhide', 'report_within is "never"'],
  ['candidate', 'no candidate is due at an hour'],
])('that %s is not watched is explained', (stream, why) => {
  expect(whyNotWatched(stream)).toBe(why)
})
