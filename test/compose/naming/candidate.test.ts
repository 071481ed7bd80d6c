import { expect, test } from 'vitest'
import { candidateRunId, readCandidateRunId } from '../../../compose/naming/candidate.ts'

test.each([
  ['candidate/44/RC-1.2', { release: 44, label: { name: 'RC', major: 1, minor: 2 } }],
  [
    'candidate/44/Beta-1.10/Fedora-44-20260414.1',
    { release: 44, label: { name: 'Beta', major: 1, minor: 10 }, compose: 'Fedora-44-20260414.1' },
  ],
] as const)('%s is read and written back', (id, candidate) => {
  expect(readCandidateRunId(id)).toEqual(candidate)
  expect(candidateRunId(candidate)).toBe(id)
})

test.each([
  'candidate/44',
  'candidate/44/1.2',
  'candidate/044/RC-1.2',
  'candidate/44/RC-1.2/../x',
  'nightly/rawhide/2026-11-24',
])('%s is no run of a candidate', (id) => expect(readCandidateRunId(id)).toBeNull())
