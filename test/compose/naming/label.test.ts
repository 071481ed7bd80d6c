import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareLabels, formatLabel, labelNames, readLabel } from '../../../compose/naming/label.ts'
import { anyLabel } from '../any-compose.ts'

test('a label is a name and two numbers', () => {
  expect(readLabel('RC-1.14')).toEqual({ name: 'RC', major: 1, minor: 14 })
})

test('every label is read back as it was written', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      expect(readLabel(formatLabel(label))).toEqual(label)
    }),
  )
})

test.each([
  'RC',
  'RC-1',
  'RC-1.2.3',
  'rc-1.2',
  'Gamma-1.1',
  'RC-01.2',
  'RC-1.2 ',
  'xRC-1.2',
  ' RC-1.2',
  '1RC-1.2',
  'RC-1.02',
  'RC-1.',
  'RC-.2',
  'RC-100000.1',
  'RC-1.100000',
  '',
])('%j is not a label', (text) => {
  expect(readLabel(text)).toBeNull()
})

test('a number of a label may be zero and may have up to five digits', () => {
  expect(readLabel('RC-99999.0')).toEqual({ name: 'RC', major: 99_999, minor: 0 })
  expect(readLabel('RC-0.99999')).toEqual({ name: 'RC', major: 0, minor: 99_999 })
})

test.each(labelNames)('%s is the name of a label', (name) => {
  expect(readLabel(`${name}-1.2`)).toEqual({ name, major: 1, minor: 2 })
})

test('labels are ordered by their place in the release cycle, then by their numbers', () => {
  const ordered = [
    'Alpha-1.1',
    'Beta-1.2',
    'Beta-1.10',
    'RC-1.1',
    'RC-1.14',
    'RC-2.1',
    'RC-10.0',
    'Update-1.0',
  ]

  const labels = ordered.toReversed().flatMap((text) => readLabel(text) ?? [])
  const sorted = labels.toSorted(compareLabels).map(formatLabel)

  expect(sorted).toEqual(ordered)
})
