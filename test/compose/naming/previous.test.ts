import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareComposeIds, formatComposeId, parseComposeId } from '../../../compose/naming/compose-id.ts'
import { predecessors, previousCompose } from '../../../compose/naming/previous.ts'
import { anyNightly } from '../any-compose.ts'

const completed = [
  'Fedora-44-20261101.n.0',
  'Fedora-44-20261101.0',
  'Fedora-44-20261105.n.2',
  'Fedora-44-20261105.n.10',
  'Fedora-44-20261106.0',
  'Fedora-45-20261106.n.0',
  'Fedora-Rawhide-20261106.n.0',
  'Fedora-eln-20261106.n.0',
].map(parseComposeId)

test.each([
  ['the last one before it, days ago', 'Fedora-44-20261109.n.0', 'Fedora-44-20261105.n.10'],
  ['an earlier respin of the same day', 'Fedora-44-20261105.n.3', 'Fedora-44-20261105.n.2'],
  ['a nightly, for a nightly', 'Fedora-44-20261102.n.0', 'Fedora-44-20261101.n.0'],
  ['any earlier compose, for a candidate', 'Fedora-44-20261105.0', 'Fedora-44-20261105.n.10'],
  ['one of its own line, in any letter case', 'Fedora-ELN-20261110.n.0', 'Fedora-eln-20261106.n.0'],
  ['one of its own line', 'Fedora-45-20261110.n.0', 'Fedora-45-20261106.n.0'],
])('the previous compose is %s', (_, mine, previous) => {
  expect(previousCompose(parseComposeId(mine), completed)).toEqual(parseComposeId(previous))
})

test('the first compose of a line has no previous one, and no compose is its own', () => {
  expect(previousCompose(parseComposeId('Fedora-44-20261101.n.0'), completed)).toBeNull()
  expect(previousCompose(parseComposeId('Fedora-46-20261101.n.0'), completed)).toBeNull()
  expect(previousCompose(parseComposeId('Fedora-Rawhide-20261124.n.0'), [])).toBeNull()
})

test('the nearest earlier compose comes first', () => {
  const before = predecessors(parseComposeId('Fedora-44-20261109.n.0'), completed)

  expect(before.map(formatComposeId)).toEqual([
    'Fedora-44-20261105.n.10',
    'Fedora-44-20261105.n.2',
    'Fedora-44-20261101.n.0',
  ])
})

test('no completed nightly of the line is between a nightly and its previous one', () => {
  fc.assert(
    fc.property(anyNightly, fc.array(anyNightly), (any, others) => {
      const mine = { ...any, type: 'nightly' } as const
      const previous = previousCompose(mine, others)
      const between = others.filter(
        (each) =>
          each.type === 'nightly' &&
          each.version === mine.version &&
          compareComposeIds(each, mine) < 0 &&
          (previous === null || compareComposeIds(previous, each) < 0),
      )
      expect(between).toEqual([])
    }),
  )
})
