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

test('rows that do not fit go on in further lines, in which ids stay whole', () => {
  const head = ['NIGHT', 'VERDICT', 'COMPOSE', 'REPORTED', 'LAST HEARD']
  const [night, compose] = ['nightly/rawhide/2026-11-24', 'Fedora-Rawhide-20261124.n.0']
  const heard = 'await: 30 of 40 jobs have ended, and the last one is likely to end at 11:20'
  const rows = [[night, 'none yet', compose, '-', heard]]

  expect(table(head, rows, 60).split('\n')).toEqual([
    'NIGHT                       VERDICT   COMPOSE',
    '    REPORTED  LAST HEARD',
    'nightly/rawhide/2026-11-24  none yet',
    '    Fedora-Rawhide-20261124.n.0  -',
    '    await: 30 of 40 jobs have ended, and the last one is',
    '    likely to end at 11:20',
  ])
})

test('a cell that is much longer than the others of its column does not push them aside', () => {
  const rows = [
    ['koji.required', 'true', 'default'],
    ['compose.tree', '"https://kojipkgs.fedoraproject.org/compose"', '/etc/nightjar/nightjar.toml:12'],
  ]

  expect(table(['KEY', 'VALUE', 'FROM'], rows, 80).split('\n')).toEqual([
    'KEY            VALUE                         FROM',
    'koji.required  true                          default',
    'compose.tree   "https://kojipkgs.fedoraproject.org/compose"',
    '    /etc/nightjar/nightjar.toml:12',
  ])
})

test.each([
  ['a file', Infinity],
  ['a terminal that is too narrow for it', 20],
])('in %s each row is a line', (_, width) => {
  const rows = [['find', 'it was found at 05:20, after eleven looks at the tree']]

  expect(table(['STAGE', 'LAST ANSWER'], rows, width).split('\n')).toHaveLength(2)
})
