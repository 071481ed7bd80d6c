import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { table } from '../../cli/table.ts'

test('outside text in a table cannot move the cursor, break a line or turn the direction', () => {
  const text = table(['A', 'B'], [['\u001b[31mred\u001b]0;title\u0007', 'two\nlines \u202eback']])

  expect(stripVTControlCharacters(text).split('\n')).toHaveLength(2)
  expect(text.split('\n')[1]).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
