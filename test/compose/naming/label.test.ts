import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareLabels,
  formatLabel,
  labelNames,
  parseLabel,
  readLabel,
} from '../../../compose/naming/label.ts'
import { anyLabel } from '../any-compose.ts'

test('a label is a name and two numbers', () => {
  expect(parseLabel('RC-1.14')).toEqual({ name: 'RC', major: 1, minor: 14 })
})

test('every label is read back as it was written', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      expect(parseLabel(formatLabel(label))).toEqual(label)
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
])('%j is no label, and the error says the expected form', (text) => {
  expect(readLabel(text)).toBeNull()
  expect(() => parseLabel(text)).toThrow('such as RC-1.2 or Beta-1.1 (EA, DevelPhaseExit,')
  expect(() => parseLabel(text)).toThrow(`got ${JSON.stringify(text)}`)
})

test('a label goes up to five digits, and zero is a number', () => {
  expect(parseLabel('RC-99999.0')).toEqual({ name: 'RC', major: 99_999, minor: 0 })
  expect(parseLabel('RC-0.99999')).toEqual({ name: 'RC', major: 0, minor: 99_999 })
})

test.each(labelNames)('%s is the name of a label', (name) => {
  expect(readLabel(`${name}-1.2`)).toEqual({ name, major: 1, minor: 2 })
})

test('labels order as a release goes through them, and their numbers as numbers', () => {
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

  const sorted = ordered.toReversed().map(parseLabel).toSorted(compareLabels).map(formatLabel)

  expect(sorted).toEqual(ordered)
})
