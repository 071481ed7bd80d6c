import { expect, test } from 'vitest'
import { pickLive, type LiveNight } from '../../../workers/orders/night-of-stream.ts'
import { describedRun } from './described-run.ts'

function live(date: string, stage: string, startedAt = `${date}T05:15:00.000Z`): LiveNight {
  return { id: `nightly/rawhide/${date}`, run: describedRun({ due: date, stage, startedAt }) }
}

const open = live('2026-11-23', 'watch')
const older = live('2026-11-22', 'watch', '2026-11-24T08:00:00.000Z')
const tonight = live('2026-11-24', 'find')

test('the night that runs is meant, not those that are open', () => {
  for (const meant of ['running', 'running or open'] as const)
    expect(pickLive([open, tonight, older], 'rawhide', meant)).toEqual({ kind: 'one', id: tonight.id })
})

test('if none runs, the newest open one is meant, by its date and not by when somebody ran it again', () => {
  expect(pickLive([older, open], 'rawhide', 'running or open')).toEqual({ kind: 'one', id: open.id })
  expect(pickLive([older, open], 'rawhide', 'running')).toEqual({
    kind: 'none',
    why: 'no night of rawhide runs; nightly/rawhide/2026-11-23 is open, and has reported',
  })
  expect(pickLive([], 'rawhide', 'running or open')).toEqual({
    kind: 'none',
    why: 'no night of rawhide runs or is open',
  })
})

test('of two that run nobody can tell which is meant', () => {
  const respin = { ...live('2026-11-24', 'await'), id: 'nightly/rawhide/Fedora-Rawhide-20261124.n.1' }

  expect(pickLive([tonight, open, respin], 'rawhide', 'running or open')).toEqual({
    kind: 'several',
    ids: [tonight.id, respin.id],
  })
})
