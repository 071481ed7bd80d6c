import { expect, test } from 'vitest'
import {
  dashed,
  dateOf,
  daysBefore,
  isCalendarDate,
  midnightMs,
  undashed,
} from '../../../compose/naming/calendar.ts'

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

test('a day is spelt without dashes for the id of a compose', () => {
  expect(undashed('2026-11-24')).toBe('20261124')
})

test.each([
  ['2026-11-24T23:59:59.999Z', '2026-11-24'],
  ['2026-11-25T00:30:00+01:00', '2026-11-24'],
])('the date of %s is %s in UTC', (moment, date) => {
  expect(dateOf(new Date(moment))).toBe(date)
})

test.each(['20261124', '2026-11-24'])('%s begins at midnight UTC', (date) => {
  expect(new Date(midnightMs(date)).toISOString()).toBe('2026-11-24T00:00:00.000Z')
})

test.each([
  ['20150820', 1, '20150819'],
  ['20150301', 1, '20150228'],
  ['20160301', 1, '20160229'],
  ['20160101', 1, '20151231'],
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-24', 24, '2026-10-31'],
])('the date %s minus %i days is %s, in the same spelling', (date, days, before) => {
  expect(daysBefore(date, days)).toBe(before)
})
