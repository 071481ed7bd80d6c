import { expect, test } from 'vitest'
import { escapedText, safeLine } from '../../compose/safe-line.ts'

test.each([
  ['a control character', '\u001B'],
  ['a line break', '\r\n'],
  ['a mark of the writing direction', '\u202E'],
  ['a space without width', '\u200B'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['half a letter', '\uD800'],
  ['several spaces', '   '],
])('%s becomes one space', (_, text) => {
  expect(safeLine(`a${text}b`)).toBe('a b')
  expect(safeLine(`${text}b${text}`)).toBe('b')
})

test.each([
  [5, '😀😀😀😀😀', '😀😀😀😀😀'],
  [5, '😀😀😀😀😀😀', '😀😀😀😀…'],
  [5, 'a b  c', 'a b c'],
  [5, '', ''],
])('at most %i letters of %j are %j', (most, text, line) => {
  expect(safeLine(text, most)).toBe(line)
})

test('300 letters are the most unless another number is asked for', () => {
  expect(safeLine('x'.repeat(300))).toBe('x'.repeat(300))
  expect(safeLine('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`)
})

test('what comes after four times as much is not looked at', () => {
  expect(safeLine(`${' '.repeat(19)}x`, 5)).toBe('x')
  expect(safeLine(`${' '.repeat(20)}x`, 5)).toBe('')
})

test.each([
  ['\u001B[31m', String.raw`\u001b[31m`],
  ['\u009B1m\u007F', String.raw`\u009b1m\u007f`],
  ['a\u2028b\u202Ec', String.raw`a\u2028b\u202ec`],
  ['\u{E0041}', String.raw`\udb40\udc41`],
  ['a\r\n\tb', 'a\\u000d\n\tb'],
  ['✓ ä 😀', '✓ ä 😀'],
])('%j is escaped for a terminal, and JSON with it keeps its value', (text, shown) => {
  expect(escapedText(text)).toBe(shown)
  expect(JSON.parse(escapedText(JSON.stringify({ text })))).toEqual({ text })
})
