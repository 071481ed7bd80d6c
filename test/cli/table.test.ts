import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { table } from '../../cli/table.ts'

test('outside text in a table cannot move the cursor, break a line or turn the direction', () => {
  const text = table(['A', 'B'], [['\u001b[31mred\u001b]0;title\u0007', 'two\nlines \u202eback']])

  expect(stripVTControlCharacters(text).split('\n')).toHaveLength(2)
  expect(text.split('\n')[1]).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('the last column is wrapped within the width, under its own head', () => {
  const rows = [['find', 'it was found at 05:20, after eleven looks at the tree']]

  expect(table(['STAGE', 'LAST ANSWER'], rows, 40)).toBe(
    ['STAGE  LAST ANSWER', 'find   it was found at 05:20, after', '       eleven looks at the tree'].join(
      '\n',
    ),
  )
})

test.each([
  ['a file', Infinity],
  ['a terminal that is too narrow for it', 20],
])('in %s each row is a line', (_, width) => {
  const rows = [['find', 'it was found at 05:20, after eleven looks at the tree']]

  expect(table(['STAGE', 'LAST ANSWER'], rows, width).split('\n')).toHaveLength(2)
})
