import { expect, test } from 'vitest'
import { excerpt } from '../../clients/http.ts'

test.each([
  ['no \u001B[31mroom\u001B[0m\r\nhere', 'no [31mroom [0m here'],
  ['a\u202Egnp.exe', 'a gnp.exe'],
  ['\u0000\u0007', ''],
  ['<html><title>Bad\u001B]0;x\u0007gate</title></html>', 'an HTML page: Bad ]0;x gate'],
])('what a service says is quoted on one line, without control characters: %j', (text, quoted) => {
  expect(excerpt(text)).toBe(quoted)
})

test('a long answer is cut', () => {
  expect(excerpt('x'.repeat(200), 10)).toBe('xxxxxxxxxx…')
})
