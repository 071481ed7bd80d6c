import { expect, test } from 'vitest'

import { parseWanted } from '../../../jobs/plan/parse-wanted.ts'

test("the list that fedora_openqa's users have is read as it is", () => {
  const text =
    '[{"match": {"subvariant": "KDE", "type": "live", "format": "iso", "arch": "x86_64"}, "note": 1}]'

  expect(parseWanted(text)).toEqual([
    {
      match: { subvariant: 'KDE', type: 'live', format: 'iso', arch: 'x86_64' },
      why: 'wanted by the configuration',
    },
  ])
})

test.each([
  ['<html>', 'not JSON'],
  ['{"match": {}}', 'list of {"match": {…}} rows'],
  ['[{"match": {"type": 1}}]', 'expected string'],
  ['[{"match": {}}]', 'row 1 matches every image'],
  ['[{"match": {"type": "dvd"}}, {"match": {"typ": "dvd"}}]', 'row 2 asks for "typ"'],
  ['[{"match": {}}, {"match": {"typ": "a", "arc": "b"}}]', /row 1 .*; row 2 .*"typ".*; row 2 .*"arc"/],
  ['[{"match": {}}]', /subvariant, type, format, arch, variant/],
  ['[{"match": {"typ": "dvd"}}]', /subvariant, type, format, arch, variant/],
  ['[{}]', /wrong: row 1 match: expected record/],
  ['[7]', /wrong: row 1 expected {"match": {…}}$/],
  ['[{"match": {"type": 1}}, {"match": {"typ": "a"}}]', /row 1 match\.type: expected string.*; row 2 asks/],
  ['[{"match": {}}]', 'list of wanted images'],
])('the list %s is refused with a reason', (text, why) => {
  expect(() => parseWanted(text)).toThrow(why)
})

test('what is not JSON has its reason as the cause', () => {
  expect(() => parseWanted('<html>')).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }))
})
