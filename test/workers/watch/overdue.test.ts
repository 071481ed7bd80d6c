import { describe, expect, test } from 'vitest'
import type { LastReport } from '../../../archive/queries/last-reports.ts'
import { settingsOf } from '../../settings-of.ts'
import { reportWithinMs, watchStreams } from '../../../workers/watch/overdue.ts'

const since = '2026-11-01T12:00:00.000Z'

/** How Rawhide stands, which is due at 05:15 UTC and has 30 hours. */
function rawhideAt(
  now: string,
  { reported, opened = reported, schedule = {}, made = since }: Told = { reported: null },
) {
  const settings = settingsOf({ stream: { rawhide: { report_within: '30 h', ...schedule } } })
  const at = reported === null ? null : `${reported}T11:02:00.000Z`
  const known: LastReport[] =
    opened === null || opened === undefined
      ? []
      : [{ stream: 'rawhide', opened: dueAt(opened), reported: reported && dueAt(reported), at }]
  const watched = watchStreams(settings, { since: made, streams: known }, Date.parse(now))
  return watched.find(({ stream }) => stream === 'rawhide')
}

function dueAt(name: string): string {
  return name.includes('T') ? `${name}:00:00.000Z` : `${name}T05:15:00.000Z`
}

/** How ELN stands after the report of a night; each has five hours. */
function elnAt(now: string, reported: string | null) {
  const settings = settingsOf({ stream: { eln: { report_within: '5 h' } } })
  const opened = dueAt('2026-11-24T22')
  const known =
    reported === null ? [] : [{ stream: 'eln', opened, reported: dueAt(reported), at: dueAt(reported) }]
  const watched = watchStreams(settings, { since, streams: known }, Date.parse(now))
  return watched.find(({ stream }) => stream === 'eln')
}

interface Told {
  readonly reported: string | null
  readonly opened?: string | null
  readonly schedule?: object
  readonly made?: string
}

test.each([
  ['2026-11-27T11:14:59Z', 'in time', '2026-11-25'],
  ['2026-11-27T11:15:00Z', 'overdue', '2026-11-26'],
  ['2026-11-28T11:15:00Z', 'overdue', '2026-11-27'],
])(
  'a night has its time from its due hour on: at %s it is %s, and %s must have reported',
  (now, state, night) => {
    expect(rawhideAt(now, { reported: '2026-11-25', opened: '2026-11-27' })).toMatchObject({
      state,
      night,
      lastReport: '2026-11-25T11:02:00.000Z',
      opened: '2026-11-27',
    })
  },
)

test('a later report counts, also where an earlier night has none', () => {
  expect(rawhideAt('2026-11-27T12:00:00Z', { reported: '2026-11-27' })).toMatchObject({ state: 'in time' })
})

test('a night that is opened and has no report is overdue all the same', () => {
  const watched = rawhideAt('2026-11-27T12:00:00Z', { reported: null, opened: '2026-11-27' })

  expect(watched).toMatchObject({ state: 'overdue', night: '2026-11-26', lastReport: null })
})

test('a new installation is not overdue before its first night had its time', () => {
  const made = '2026-11-25T05:16:00.000Z'

  expect(rawhideAt('2026-11-27T11:14:59Z', { reported: null, made })).toMatchObject({
    state: 'in time',
    night: null,
    dueBy: '2026-11-27T11:15:00.000Z',
  })
  expect(rawhideAt('2026-11-27T11:15:00Z', { reported: null, made })).toMatchObject({
    state: 'overdue',
    night: '2026-11-26',
  })
})

test('a stream that is never to report is not watched', () => {
  const watched = rawhideAt('2026-11-27T12:00:00Z', { reported: null, schedule: { report_within: 'never' } })

  expect(watched).toMatchObject({ state: 'not watched', night: null, dueBy: null })
})

test.each([
  // Summer time: 05:15 in Prague is 03:15 UTC.
  ['Europe/Prague', '2026-07-02T09:14:00Z', '2026-06-30', '2026-07-01T09:15:00.000Z'],
  ['Europe/Prague', '2026-07-02T09:15:00Z', '2026-07-01', '2026-07-02T09:15:00.000Z'],
  // The night has UTC's date, which is the day before: 05:15 in Tokyo is 20:15 UTC.
  ['Asia/Tokyo', '2026-07-03T02:15:00Z', '2026-07-01', '2026-07-03T02:15:00.000Z'],
  ['America/Los_Angeles', '2026-07-02T18:15:00Z', '2026-07-01', '2026-07-02T18:15:00.000Z'],
])('in %s at %s the night %s must have reported', (zone, now, night, dueBy) => {
  const made = '2026-01-01T00:00:00.000Z'

  expect(rawhideAt(now, { reported: null, schedule: { zone }, made })).toMatchObject({ night, dueBy })
})

describe('of several due hours a day', () => {
  test.each([
    ['2026-11-24T18:59:00Z', '2026-11-24T02', 'in time', '2026-11-24T02'],
    ['2026-11-24T19:00:00Z', '2026-11-24T02', 'overdue', '2026-11-24T14'],
    ['2026-11-24T19:00:00Z', '2026-11-24T14', 'in time', '2026-11-24T14'],
    ['2026-11-25T03:00:00Z', '2026-11-24T18', 'overdue', '2026-11-24T22'],
    ['2026-11-25T06:59:00Z', '2026-11-24T22', 'in time', '2026-11-24T22'],
  ])('at %s after the report of %s it is %s, and %s must have reported', (now, reported, state, night) => {
    expect(elnAt(now, reported)).toMatchObject({ state, night, reported, opened: '2026-11-24T22' })
  })

  test('the first night has its time from its own hour on', () => {
    expect(elnAt('2026-11-01T18:00:00Z', null)).toMatchObject({
      night: null,
      dueBy: '2026-11-01T19:00:00.000Z',
    })
  })
})

test('by default no night that keeps to its deadlines is overdue', () => {
  const hour = 3_600_000

  expect(reportWithinMs(settingsOf(), 'rawhide')).toBe(39 * hour)
  const longer = settingsOf({ patience: { complete: { deadline: '20 h' } } })
  expect(reportWithinMs(longer, 'branched')).toBe(45 * hour)
  const quick = { find: { deadline: '2 h' }, complete: { deadline: '4 h' } }
  expect(reportWithinMs(settingsOf({ stream: { eln: { patience: quick } } }), 'eln')).toBe(25 * hour)
})
