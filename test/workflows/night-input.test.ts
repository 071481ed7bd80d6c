import { expect, test } from 'vitest'
import { readDue, readNightInput } from '../../workflows/night-input.ts'
import { patience } from '../../workflows/patience.ts'

const night = { stream: 'rawhide', date: '2026-11-24' } as const

test('a night that is typed without patience gets the usual one', () => {
  expect(readNightInput({ night })).toEqual({ night, patience })
})

test('of the patience only what differs is typed', () => {
  const read = readNightInput({ night, patience: { callMs: 1000, find: { lookMs: 500 } } })

  expect(read.patience).toEqual({ ...patience, callMs: 1000, find: { ...patience.find, lookMs: 500 } })
})

test('a night may name its compose', () => {
  const compose = 'Fedora-Rawhide-20261124.n.1'

  expect(readNightInput({ night, compose }).compose).toBe(compose)
})

test('a night of a due window has its hour, and may have a compose of the date beside its own', () => {
  const ofWindow = { stream: 'eln', date: '2026-11-24', hour: '22' }
  const compose = 'Fedora-eln-20261125.n.0'

  expect(readNightInput({ night: ofWindow, compose })).toEqual({ night: ofWindow, compose, patience })
  expect(readNightInput({ night: { ...night, hour: null } }).night).toEqual(night)
})

test('what opens a night reads its due hours, and without them those of a date', () => {
  const due = { at: ['02:00', '14:00'], zone: 'Europe/Prague' }

  expect(readDue(due)).toEqual(due)
  expect(readDue(undefined)).toEqual({ at: [], zone: 'UTC' })
})

test.each([
  ['02:00', 'due: expected an object'],
  [{ at: '02:00', zone: 'UTC' }, 'due.at: expected times of day such as "02:00", and "\\"02:00\\"" came'],
  [{ at: ['02:00', 14], zone: 'UTC' }, 'due.at: expected times of day'],
  [{ at: ['02:00', '25:00'], zone: 'UTC' }, 'due.at: expected times of day'],
  [
    { at: ['02:00', '14:00'], zone: 'Mars' },
    'due.zone: expected a time zone such as "UTC", and "\\"Mars\\"" came',
  ],
])('the due hours %j open no night', (due, sentence) => {
  expect(() => readDue(due)).toThrow(sentence)
})

test.each([
  [undefined, 'the input: expected an object, and nothing came'],
  ['rawhide', 'the input: expected an object'],
  [{}, 'night: expected an object, and nothing came'],
  [{ night: 'rawhide' }, 'night: expected an object, and "\\"rawhide\\"" came'],
  [{ night: { ...night, date: '2026-02-30' } }, 'night.date: expected a date such as "2026-11-24"'],
  [{ night: { ...night, hour: '2' } }, 'night.hour: expected an hour in UTC such as "02"'],
  [{ night: { ...night, hour: 2 } }, 'night.hour: expected an hour in UTC such as "02"'],
  [
    { night: { stream: 'eln', date: '2026-11-24', hour: '02' }, compose: 'Fedora-eln-20261126.n.0' },
    'compose: expected a compose of eln 2026-11-24T02',
  ],
  [{ night: { ...night, stream: 'EPEL' } }, 'night.stream: expected the name of a stream, such as "rawhide"'],
  [{ night, compose: 'Fedora-Rawhide-20261123.n.0' }, 'compose: expected a compose of rawhide 2026-11-24'],
  [{ night, compose: 'rawhide' }, 'compose: expected the id of a nightly'],
  [{ night, patience: { find: { lookMs: '2 min' } } }, 'patience.find.lookMs: expected milliseconds'],
  [{ night, patience: { callMs: 0 } }, 'patience.callMs: expected milliseconds'],
  [{ night, patience: { fnd: {} } }, 'patience.fnd: expected one of find, complete, schedule,'],
])('the input %j ends the night at once with one sentence', (input, sentence) => {
  const message: unknown = expect.stringContaining(sentence)

  expect(() => readNightInput(input)).toThrow(
    expect.objectContaining({ nonRetryable: true, type: 'WrongInput', message }),
  )
})
