import { expect, test } from 'vitest'
import type { NightRun } from '../../archive/nights/night-run.ts'
import { dueSpan } from '../../compose/naming/night-date.ts'
import { editionOf, runOf } from './nights.ts'
import { open } from './story.ts'

/** A night of a stream with several due hours a day: `2026-11-24T02`. */
function hourly(name: string): NightRun {
  return { ...runOf(name.slice(0, 10)), id: `nightly/rawhide/${name}`, due: `${name}:00:00.000Z` }
}

async function reported(...names: readonly string[]) {
  const archive = await open()
  for (const run of names.map(hourly)) await archive.recordEdition(run, 'key/1', editionOf(run))
  return archive
}

test.each([
  ['02', ['2026-11-23T22']],
  ['14', ['2026-11-24T02', '2026-11-23T22']],
])('the nights before that of %s h are %j, of the same date too', async (hour, names) => {
  const archive = await reported('2026-11-23T22', '2026-11-24T02', '2026-11-24T14')
  const before = dueSpan({ date: '2026-11-24', hour }).from

  const past = await archive.pastNights('rawhide', { before, nights: 30 })

  expect(past.map(({ run }) => run)).toEqual(names.map((name) => hourly(name).id))
})

test.each<[string, string, string | null, boolean]>([
  ['this night', '2026-11-24T14', null, true],
  ['last night', '2026-11-24T02', null, true],
  ['the night before last', '2026-11-23T22', null, false],
  ['the stream until today, last night', '2026-11-24T02', '2026-11-24', true],
  ['the stream until today, next night', '2026-11-24T18', '2026-11-24', false],
])('what was accepted for %s, at %s until %s, is known at 14 h: %s', async (_, name, until, isKnown) => {
  const archive = await reported('2026-11-24T02')
  const accepted = {
    order: 'order-1',
    run: hourly(name).id,
    kind: 'test',
    name: 'Server-dvd-iso x86_64 base_selinux@64bit',
    modules: [],
    by: null,
    why: 'rhbz#1234567',
    at: '2026-11-24T12:00:00.000Z',
    until,
  } as const
  await archive.accept(hourly(name), [accepted])

  const night = { run: hourly('2026-11-24T14').id, date: '2026-11-24', hour: '14' }

  expect(await archive.acceptancesOf('rawhide', night)).toEqual(isKnown ? [accepted] : [])
})
