import { expect, test } from 'vitest'
import { readExtension } from '../../../cli/orders/extension.ts'

const now = Date.parse('2026-11-24T17:30:00Z')

test.each([
  ['4h', { hours: 4 }],
  ['4 h', { hours: 4 }],
  ['90min', { hours: 1.5 }],
  ['until 18:00', { until: '2026-11-24T18:00:00.000Z' }],
  ['until 18:00 UTC', { until: '2026-11-24T18:00:00.000Z' }],
  // The next such time: that of today has passed.
  ['until 17:30', { until: '2026-11-25T17:30:00.000Z' }],
  ['until 00:15', { until: '2026-11-25T00:15:00.000Z' }],
])('%j is understood, as one word or several', (text, request) => {
  expect(readExtension([text], now)).toEqual(request)
  expect(readExtension(text.split(' '), now)).toEqual(request)
})

test.each([
  '',
  '4',
  '0h',
  '-1h',
  '49h',
  '4 days',
  '18:00',
  'until',
  'until 24:00',
  'until tomorrow',
  '4h 5h',
])('%j is wrong usage', (text) => {
  expect(() => readExtension([text], now)).toThrow('expected 4h, 90min or "until 18:00"')
})
