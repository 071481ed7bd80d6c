import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keyLines } from '../../../../workers/config/told/key-lines.ts'

test('each key is at the line where it is set, whatever its value looks like', () => {
  const toml = [
    'folder = "a"',
    '# look = "1 s"',
    'mail = { host = "h", to = [',
    '  "a@b", # ] }',
    '] }',
    '[openqa]',
    'arches = [',
    '  "x86_64",',
    ']',
    'wanted = """',
    '[patience]',
    'call = "1 s"',
    '"""',
    '[ "verdict" . rawhide ]',
    'required_tests = []',
    'patience.find.look = "2 s"',
    '[[mail.rules]]',
    'when = "trouble"',
    '[[mail.rules]]',
    'when = "always"',
  ]

  expect(Object.fromEntries(keyLines(toml.join('\n')))).toEqual({
    folder: 1,
    'mail.host': 3,
    'mail.to': 3,
    openqa: 6,
    'openqa.arches': 7,
    'openqa.wanted': 10,
    'verdict.rawhide': 14,
    'verdict.rawhide.required_tests': 15,
    'verdict.rawhide.patience.find.look': 16,
    'mail.rules': 17,
    'mail.rules.when': 18,
  })
})

test('the lines of the example are those that a reader would find', () => {
  const toml = readFileSync('nightjar.example.toml', 'utf8')
  const lines = toml.split('\n')
  const found = [...keyLines(toml)].filter(([key]) => key.includes('.'))

  expect(found.length).toBeGreaterThan(30)
  for (const [key, line] of found) expect(lines[line - 1]).toMatch(new RegExp(`${key.split('.').at(-1)}\\b`))
})

test('lines with the line breaks of Windows count as well', () => {
  expect(keyLines('a = 1\r\n\r\nb = 2\r\n').get('b')).toBe(3)
})

test('a value without an end is given up, and no time is lost over it', () => {
  expect(keyLines(`a = 1\nb = [\n${'1,\n'.repeat(100_000)}`).get('a')).toBe(1)
})
