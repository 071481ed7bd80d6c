import { expect, test } from 'vitest'
import { z } from 'zod'
import { Garbled } from '../../compose/garbled.ts'
import { members, readJson } from '../../compose/read-json.ts'

const shape = z.object({ a: z.number(), b: z.object({ c: z.string() }).optional() })

function read(text: string): unknown {
  return readJson('a thing', shape, text)
}

test('text of the expected shape is read, without its other members', () => {
  expect(read(' {"a": 1, "b": {"c": "x"}, "d": 2}\n')).toEqual({ a: 1, b: { c: 'x' } })
})

test.each([
  ['', 'nothing'],
  [' \n', 'nothing'],
  ['\n <html>', 'an HTML page: without words'],
  ['<html><title>Log\n in</title><body>x', 'an HTML page: Log in'],
  ['<html><style>a {}</style><body>Are you <b>a bot</b>?', 'an HTML page: Are you a bot ?'],
  ['<a>', 'HTML or XML: <a>'],
  ['{"a": 1', 'JSON cut off after 7 characters'],
  ['["a"', 'JSON cut off after 4 characters'],
  [' {"a": 1 ', 'JSON cut off after 9 characters'],
  ['{"a": 1]', 'text that is not JSON: {"a": 1]'],
  ['{"a": 1,}\n', 'text that is not JSON: {"a": 1,} '],
  ['["a" 1 ]', 'text that is not JSON: ["a" 1 ]'],
  ['x{"a": 1', 'text that is not JSON: x{"a": 1'],
  ['503\tService\r\nUnavailable\u0007!', 'text that is not JSON: 503 Service Unavailable !'],
  ['1', 'JSON of another shape at the whole: Invalid input: expected object, received number'],
  ['{}', 'JSON of another shape at a: Invalid input: expected number, received undefined'],
  ['{"a":1,"b":{}}', 'JSON of another shape at b.c: Invalid input: expected string, received undefined'],
  [
    '{"b":{"c":1}}',
    'JSON of another shape at a: Invalid input: expected number, received undefined (and 1 more)',
  ],
])('the error for %j says: got %s', (text, arrived) => {
  expect(() => read(text)).toThrow(new Garbled('a thing', arrived))
})

test('the error quotes at most 80 characters of a text', () => {
  expect(() => read('x'.repeat(80))).toThrow(`got text that is not JSON: ${'x'.repeat(80)}`)
  expect(() => read('x'.repeat(80))).not.toThrow('…')
  expect(() => read('x'.repeat(81))).toThrow(`got text that is not JSON: ${'x'.repeat(80)}…`)
})

test('the error keeps what the parser of JSON said as its cause', () => {
  expect(() => read('nonsense')).toThrow(
    expect.objectContaining({ name: 'Garbled', cause: expect.any(SyntaxError) }),
  )
})

const record = (text: string) => readJson('a record', members(z.number()), text)

test('a record has members of any name except __proto__, which it would lose', () => {
  expect(record('{"a": 1, "constructor": 2}')).toEqual({ a: 1, constructor: 2 })
  expect(() => record('{"__proto__": 1}')).toThrow('a member named __proto__ is not accepted')
  expect(() => record('null')).toThrow('expected record, received null')
  expect(() => record('"__proto__"')).toThrow('expected record, received string')
})
