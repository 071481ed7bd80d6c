import { expect, test } from 'vitest'
import type { Change } from '../../../compose/messages/read-message.ts'
import type { OpenRun } from '../../../workers/bus/open-runs.ts'
import { whoLooks } from '../../../workers/bus/who-looks.ts'
import { streamsOf } from '../../../workers/config/streams.ts'

const settings = { streams: streamsOf({}) }
const rawhide = 'Fedora-Rawhide-20261124.n.0'

function nightOf(workflowId: string, stage: string, compose = ''): OpenRun {
  return { workflowId: `nightly/${workflowId}`, type: 'nightly', stage, compose }
}

function respins(night: string): OpenRun {
  return { workflowId: `respins/nightly/${night}`, type: 'respins', stage: '', compose: '' }
}

function looking(change: Change, ...runs: readonly OpenRun[]): readonly string[] {
  return whoLooks(change, runs, settings).map(({ workflowId }) => workflowId)
}

const found: Change = { kind: 'compose', compose: rawhide }

test('the night of a compose looks while it waits for it, and no other night', () => {
  const others = [nightOf('rawhide/2026-11-23', 'watch'), nightOf('branched/2026-11-24', 'find')]

  expect(looking(found, nightOf('rawhide/2026-11-24', 'find'), ...others)).toEqual([
    'nightly/rawhide/2026-11-24',
  ])
  expect(looking(found, nightOf('rawhide/2026-11-24', 'complete', rawhide), ...others)).toHaveLength(1)
  expect(looking(found, nightOf('rawhide/2026-11-24', 'await', rawhide), ...others)).toEqual([])
})

test('a night looks that waits for the completion of an earlier respin', () => {
  const waiting = nightOf('rawhide/2026-11-24', 'complete', 'Fedora-Rawhide-20261124.n.9')

  expect(looking(found, waiting)).toEqual(['nightly/rawhide/2026-11-24'])
})

test('the watch for respins looks if no run has the compose', () => {
  const watch = respins('rawhide/2026-11-24')
  const reported = nightOf('rawhide/2026-11-24', 'watch', 'Fedora-Rawhide-20261124.n.9')

  expect(looking(found, reported, watch)).toEqual(['respins/nightly/rawhide/2026-11-24'])
  expect(looking(found, nightOf(`rawhide/${rawhide}`, 'find', rawhide), watch)).toEqual([
    `nightly/rawhide/${rawhide}`,
  ])
})

test('the nights of a day with several due hours look, and those whose window may reach into it', () => {
  const change: Change = { kind: 'compose', compose: 'Fedora-eln-20261124.n.1' }
  const runs = ['2026-11-22T22', '2026-11-23T22', '2026-11-24T02', '2026-11-24T14', '2026-11-25T02']

  expect(looking(change, ...runs.map((date) => nightOf(`eln/${date}`, 'find')))).toEqual([
    'nightly/eln/2026-11-23T22',
    'nightly/eln/2026-11-24T02',
    'nightly/eln/2026-11-24T14',
  ])
})

test.each(['00000101', '00010101', '99991231'])('a compose of the date %s is of no run', (date) => {
  for (const line of ['Rawhide', 'eln', '44', 'Cloud-44'])
    expect(
      looking(
        { kind: 'compose', compose: `Fedora-${line}-${date}.n.0` },
        nightOf('rawhide/2026-11-24', 'find'),
      ),
    ).toEqual([])
})

test('the watch for candidates looks for a compose that may be one', () => {
  const watch: OpenRun = { workflowId: 'candidate-x', type: 'watchCandidates', stage: '', compose: '' }

  expect(looking({ kind: 'compose', compose: 'Fedora-44-20261124.0' }, watch)).toEqual(['candidate-x'])
  expect(looking(found, watch)).toEqual([])
  expect(looking({ kind: 'compose', compose: 'Fedora-Strange-1-20261124.0' }, watch)).toEqual([])
})

test('a run looks at its jobs, whatever it is called', () => {
  const candidate: OpenRun = {
    ...nightOf('', 'await', 'Fedora-44-20261124.0'),
    workflowId: 'candidate/44/RC-1.2',
  }
  const change: Change = { kind: 'jobs', compose: 'Fedora-44-20261124.0', jobs: 'ended' }

  expect(looking(change, candidate, nightOf('rawhide/2026-11-24', 'await', rawhide))).toEqual([
    'candidate/44/RC-1.2',
  ])
  expect(looking({ ...change, jobs: 'restarted' }, candidate)).toEqual([])
  expect(looking({ ...change, jobs: 'restarted' }, { ...candidate, stage: 'watch' })).toHaveLength(1)
  expect(looking(change, { ...candidate, stage: 'complete' })).toEqual([])
})

test('a night looks at the Koji tasks of its compose while it waits for them', () => {
  const change: Change = { kind: 'tasks', version: 'rawhide', release: '20261124.n.0' }
  const waiting = nightOf('rawhide/2026-11-24', 'complete', rawhide)

  expect(looking(change, waiting)).toHaveLength(1)
  expect(looking({ ...change, version: '' }, waiting)).toHaveLength(1)
  expect(looking({ ...change, version: '44' }, waiting)).toEqual([])
  expect(looking({ ...change, release: '20261124.n.1' }, waiting)).toEqual([])
  expect(looking(change, { ...waiting, stage: 'find' })).toEqual([])
  expect(looking(change, { ...waiting, compose: '' })).toEqual([])
})
