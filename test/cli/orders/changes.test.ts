import { expect, test } from 'vitest'
import { changesOfNight } from '../../../cli/nights/follow.ts'
import type { NightDetail } from '../../../workers/read-nights.ts'

const night: NightDetail = {
  night: 'nightly/rawhide/2026-11-24',
  status: 'RUNNING',
  stage: 'await',
  compose: 'Fedora-Rawhide-20261124.n.0',
  verdict: '',
  started: '2026-11-24T05:15:00.000Z',
  temporalRun: '0',
  progress: null,
  pending: ['3 of 5 jobs done'],
  fits: [],
  end: null,
}

test('only what changed is said, each in one line that moves no cursor', () => {
  const changes = changesOfNight()

  expect(changes(night)).toEqual([
    'nightly/rawhide/2026-11-24: no verdict yet (Fedora-Rawhide-20261124.n.0, run running)',
    'now: 3 of 5 jobs done',
  ])
  expect(changes(night)).toEqual([])
  expect(changes({ ...night, pending: ['4 of 5\u001B[2J jobs\ndone'] })).toEqual([
    'now: 4 of 5 [2J jobs done',
  ])
  expect(changes({ ...night, pending: [], status: 'TERMINATED', end: 'it was terminated' })).toEqual([
    'nightly/rawhide/2026-11-24: no verdict yet (Fedora-Rawhide-20261124.n.0, run terminated); it left no report: it was terminated',
  ])
})
