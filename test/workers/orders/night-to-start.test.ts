import { describe, expect, test } from 'vitest'
import { nightToStart } from '../../../workers/orders/night-to-start.ts'
import { settingsOf } from '../../settings-of.ts'

const settings = settingsOf()
const now = Date.parse('2026-11-24T16:20:00Z')

function started(stream: string, date?: string) {
  return nightToStart(settings, stream, date, now)
}

describe('the night to start', () => {
  test('is that of the window which is open, or of today', () => {
    expect(started('eln')).toEqual({ stream: 'eln', date: '2026-11-24', hour: '14' })
    expect(started('rawhide')).toEqual({ stream: 'rawhide', date: '2026-11-24' })
  })

  test('is that of a date, or of its hour', () => {
    expect(started('rawhide', '2026-11-23')).toEqual({ stream: 'rawhide', date: '2026-11-23' })
    expect(started('eln', '2026-11-23T22')).toEqual({ stream: 'eln', date: '2026-11-23', hour: '22' })
  })

  test.each([
    [
      'eln',
      '2026-11-23',
      'eln has 4 nights on this date; say which: --date 2026-11-23T02, 2026-11-23T14, 2026-11-23T18, 2026-11-23T22',
    ],
    ['eln', '2026-11-23T03', 'eln has 4 nights on this date; say which: --date 2026-11-23T02,'],
    ['rawhide', '2026-11-23T05', 'rawhide has one night a date; say --date 2026-11-23'],
    ['rawhide', 'yesterday', 'expected a date such as 2026-11-24, not "yesterday"'],
    ['eln', '2026-11-24T25', 'expected a date such as 2026-11-24T14, not "2026-11-24T25"'],
    [
      'rawhide',
      '2026-11-25',
      '2026-11-25 is yet to come (today is 2026-11-24, UTC); a Schedule starts its night',
    ],
    [
      'eln',
      '2026-11-24T18',
      '2026-11-24T18 is yet to come (now is 2026-11-24T14, UTC); a Schedule starts its night',
    ],
  ])('of %s is none of %s', (stream, date, why) => {
    expect(started(stream, date)).toContain(why)
  })
})
