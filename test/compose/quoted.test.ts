import { expect, test } from 'vitest'
import { quoted } from '../../compose/quoted.ts'

test.each([
  ['<html><title lang="en">Log in</title><p>x', 'an HTML page: Log in'],
  ['<html>', 'an HTML page: without words'],
  ['', '""'],
  ['a "b"\n\u001B[31m', '"a \\"b\\"\\n\\u001b[31m"'],
  ['x'.repeat(120), `"${'x'.repeat(120)}"`],
  ['x'.repeat(121), `"${'x'.repeat(120)}…"`],
])('%j is quoted as %s', (text, shown) => {
  expect(quoted(text)).toBe(shown)
})
