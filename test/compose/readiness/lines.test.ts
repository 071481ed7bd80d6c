import { expect, test } from 'vitest'
import { cutLines } from '../../../compose/readiness/lines.ts'

test.each<[readonly string[], readonly string[], string]>([
  [['one\ntwo\n'], ['one', 'two'], ''],
  [['one\ntw', 'o\nthree'], ['one', 'two'], 'three'],
  [['one', '\n', '\n'], ['one', ''], ''],
  [['\n\none\n'], ['', '', 'one'], ''],
  [['', 'one'], [], 'one'],
  [[], [], ''],
])('the pieces %j are the lines %j, and %j is left', (pieces, lines, rest) => {
  const taken: string[] = []
  const cutter = cutLines((line) => taken.push(line))

  for (const piece of pieces) cutter.push(piece)

  expect(taken).toEqual(lines)
  expect(cutter.rest).toBe(rest)
})
