import { expect, test } from 'vitest'
import { parseReleaseMetadata } from '../../../compose/naming/release-metadata.ts'

test('numbers and numeric texts are read, each once and ascending; other products are ignored', () => {
  const text = JSON.stringify({ fedora: { stable: ['43', 42, 43], branched: ['44'] }, el: { stable: [9] } })

  expect(parseReleaseMetadata(text)).toEqual({ stable: [42, 43], branched: [44] })
})

test('releases are ordered as numbers, not as texts', () => {
  expect(parseReleaseMetadata('{"fedora":{"stable":["100",99,"9","9999",101]}}').stable).toEqual([
    9, 99, 100, 101, 9999,
  ])
})

test('a list without a branched release is accepted', () => {
  const none = { stable: [43], branched: [] }

  expect(parseReleaseMetadata('{"fedora":{"stable":[43],"branched":[]}}')).toEqual(none)
  expect(parseReleaseMetadata('{"fedora":{"stable":[43]}}')).toEqual(none)
})

test.each([
  ['a web page', '<html>busy</html>', 'HTML'],
  ['another shape', '{"fedora":[43]}', 'another shape at fedora'],
  ['a word for a number', '{"fedora":{"stable":["rawhide"]}}', 'another shape at fedora.stable.0'],
  ['a number with more before it', '{"fedora":{"stable":["x43"]}}', 'another shape at fedora.stable.0'],
  ['a number with more behind it', '{"fedora":{"stable":["43x"]}}', 'another shape at fedora.stable.0'],
  ['a number with a leading zero', '{"fedora":{"stable":["043"]}}', 'another shape at fedora.stable.0'],
  ['a number of five digits', '{"fedora":{"stable":["43000"]}}', 'another shape at fedora.stable.0'],
  ['a part of a number', '{"fedora":{"stable":[43.5]}}', 'another shape at fedora.stable.0'],
  ['the number zero', '{"fedora":{"stable":[0]}}', 'another shape at fedora.stable.0'],
  ['a negative number', '{"fedora":{"stable":[-1]}}', 'another shape at fedora.stable.0'],
  ['an answer that was cut off', '{"fedora":{"stable":[43', 'cut off'],
])('the error for %s says what was expected', (_, text, reason) => {
  expect(() => parseReleaseMetadata(text)).toThrow('expected release metadata')
  expect(() => parseReleaseMetadata(text)).toThrow(reason)
})
