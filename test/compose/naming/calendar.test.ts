import { expect, test } from 'vitest'
import { dashed, isCalendarDate } from '../../../compose/naming/calendar.ts'

test.each([
  ['20261124', true],
  ['20240229', true],
  ['20000229', true],
  ['19700101', true],
  ['20250229', false],
  ['21000229', false],
  ['20260431', false],
  ['20260001', false],
  ['20261300', false],
  ['2026112', false],
  ['2026-11-24', false],
  ['', false],
])('whether %j is a day: %s', (date, is) => {
  expect(isCalendarDate(date)).toBe(is)
})

test('a day is spelt with dashes for a person', () => {
  expect(dashed('20261124')).toBe('2026-11-24')
})
