import { expect, test } from 'vitest'
import { settingsOf } from '../../settings-of.ts'
import { lateStart } from '../../../workers/orders/late-start.ts'

const settings = settingsOf({ patience: { find: { deadline: '6 h' } } })
const night = { stream: 'rawhide', date: '2026-11-24' } as const

test.each(['2026-11-24T01:00:00Z', '2026-11-24T05:15:00Z', '2026-11-24T11:15:00Z'])(
  'a night that starts at %s is in time',
  (now) => {
    expect(lateStart(settings, night, Date.parse(now))).toBeNull()
  },
)

test('a night that starts when it would have given up looking is late, and says until when it looks', () => {
  expect(lateStart(settings, night, Date.parse('2026-11-27T09:30:00Z'))).toBe(
    'late, as it was due 2026-11-24 05:15 UTC: its deadlines count from now, and it looks for its compose until 2026-11-27 15:30 UTC',
  )
})

test('a night of a due window is late when that is over, and says which composes still count', () => {
  const eln = { stream: 'eln', date: '2026-11-24', hour: '14' } as const
  const late = (now: string) => lateStart(settings, eln, Date.parse(now))

  expect(late('2026-11-24T17:00:00Z')).toBeNull()
  expect(late('2026-11-24T20:00:01Z')).toBe(
    'late, as it was due 2026-11-24 14:00 UTC: only composes count that started before 2026-11-24 17:50 UTC',
  )
})
