import { expect, test } from 'vitest'
import { pageWords } from '../../clients/html-page.ts'
import { quoted } from '../../compose/quoted.ts'

test.each([
  ['<!DOCTYPE html><html><title>Log\n in</title><body>x', 'Log\n in'],
  ['\n<HTML><head><style>a {}</style></head><body>Are you <b>a bot</b>?', 'Are you a bot ?'],
  ['<html></html>', ''],
  ['<?xml version="1.0"?><methodResponse>', null],
  ['{"a": "<html>"}', null],
  ['', null],
])('%j says %j', (text, words) => {
  const said = pageWords(text)

  expect(said?.replaceAll(/ +/g, ' ').trim() ?? null).toBe(words)
})

test.each(['<', '<script ', '<title', '<style>', '<title>'])(
  'a page of nothing but %s is read in one walk',
  (piece) => {
    // If each piece were looked for anew from every other one, this would take days.
    const page = `<html>${piece.repeat(1_000_000)}`

    expect(pageWords(page)).not.toBeNull()
    expect(quoted(page)).toMatch(/^an HTML page: /)
  },
)
