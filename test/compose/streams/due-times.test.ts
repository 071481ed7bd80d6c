import { describe, expect, test } from 'vitest'
import { nightId, type NightDate } from '../../../compose/naming/night.ts'
import { dueMs, nightDueAt, nightsDueOn } from '../../../compose/streams/due-times.ts'
import { nightAt, nightsOfDate, windowOf } from '../../../compose/streams/due-window.ts'

const eln = { at: ['02:00', '14:00', '18:00', '22:00'], zone: 'UTC' }
const rawhide = { at: ['05:15'], zone: 'UTC' }

describe('a night is due', () => {
  test.each<[string, object, NightDate, string]>([
    ['at the time of its date', rawhide, { date: '2026-11-24' }, '2026-11-24T05:15'],
    ['at its hour', eln, { date: '2026-11-24', hour: '18' }, '2026-11-24T18:00'],
    ['at the first hour, without its own', eln, { date: '2026-11-24' }, '2026-11-24T02:00'],
    ['at its hour, which is no more configured', eln, { date: '2026-11-24', hour: '03' }, '2026-11-24T03:00'],
    [
      'at its hour, where there is one time now',
      rawhide,
      { date: '2026-11-24', hour: '14' },
      '2026-11-24T14:00',
    ],
    // It is of UTC's date, as its id: 05:15 in Tokyo is 20:15 UTC of the day before.
    ['in another zone', { zone: 'Asia/Tokyo' }, { date: '2026-11-24' }, '2026-11-24T20:15'],
    ['in summer', { zone: 'Europe/Prague' }, { date: '2026-07-01' }, '2026-07-01T03:15'],
    [
      'half an hour off',
      { at: ['02:00', '14:00'], zone: 'Asia/Kolkata' },
      { date: '2026-11-24', hour: '20' },
      '2026-11-24T20:30',
    ],
  ])('%s', (_, times, night, at) => {
    expect(new Date(dueMs({ ...rawhide, ...times }, night)).toISOString()).toBe(`${at}:00.000Z`)
  })

  test('and its moment says which night it is', () => {
    const due = Date.parse('2026-11-24T14:00:00Z')

    expect(nightDueAt('eln', eln, due)).toEqual({ stream: 'eln', date: '2026-11-24', hour: '14' })
    expect(nightDueAt('rawhide', rawhide, due)).toEqual({ stream: 'rawhide', date: '2026-11-24' })
  })
})

test('the nights of a date are those that are due on it', () => {
  const hours = (times: typeof eln) => nightsDueOn('eln', times, '2026-11-24').map(({ hour }) => hour)

  expect(hours(eln)).toEqual(['02', '14', '18', '22'])
  // 02:00 and 14:00 in Los Angeles are 10:00 and 22:00 UTC.
  expect(hours({ at: ['02:00', '14:00'], zone: 'America/Los_Angeles' })).toEqual(['10', '22'])
})

describe('a due window', () => {
  test.each([
    ['02', '2026-11-24T01:50', '2026-11-24T13:50'],
    ['14', '2026-11-24T13:50', '2026-11-24T17:50'],
    ['22', '2026-11-24T21:50', '2026-11-25T01:50'],
  ])('of the night of %s h is from %s until %s', (hour, from, until) => {
    expect(windowOf(eln, { stream: 'eln', date: '2026-11-24', hour })).toEqual({
      from: `${from}:00.000Z`,
      until: `${until}:00.000Z`,
    })
  })

  test('is nothing that a night without an hour has', () => {
    expect(windowOf(eln, { stream: 'eln', date: '2026-11-24' })).toBeNull()
    expect(windowOf(rawhide, { stream: 'rawhide', date: '2026-11-24' })).toBeNull()
  })

  test.each([
    ['2026-11-24T01:49:59Z', '2026-11-23T22'],
    ['2026-11-24T01:50:00Z', '2026-11-24T02'],
    ['2026-11-24T13:49:59Z', '2026-11-24T02'],
    ['2026-11-24T23:59:59Z', '2026-11-24T22'],
  ])('at %s is that of %s', (now, name) => {
    expect(nightId(nightAt('eln', eln, Date.parse(now)))).toBe(`nightly/eln/${name}`)
    expect(nightId(nightAt('rawhide', rawhide, Date.parse(now)))).toBe('nightly/rawhide/2026-11-24')
  })

  test('may have a compose of a date, where it has a moment of that', () => {
    const names = (times: typeof eln) => nightsOfDate('eln', times, '2026-11-24').map(nightId)

    expect(names(eln)).toEqual([
      'nightly/eln/2026-11-23T22',
      'nightly/eln/2026-11-24T02',
      'nightly/eln/2026-11-24T14',
      'nightly/eln/2026-11-24T18',
      'nightly/eln/2026-11-24T22',
    ])
    expect(names({ at: ['00:05', '12:00'], zone: 'UTC' })).toEqual([
      'nightly/eln/2026-11-24T00',
      'nightly/eln/2026-11-24T12',
      'nightly/eln/2026-11-25T00',
    ])
    expect(names(rawhide)).toEqual(['nightly/eln/2026-11-24'])
  })
})
