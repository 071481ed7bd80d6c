import { expect, test } from 'vitest'
import { nightId } from '../../../compose/naming/night.ts'
import { nightOf, streamOf } from '../../../compose/naming/night-of.ts'
import { builtInLines } from '../../../compose/streams/built-in-lines.ts'
import { parseNightCompose } from '../../../compose/naming/mash-ref.ts'

test.each([
  ['Fedora-Rawhide-20261124.n.0', 'nightly/rawhide/2026-11-24'],
  ['Fedora-44-20261124.n.2', 'nightly/branched/2026-11-24'],
  ['Fedora-eln-20261124.n.3', 'nightly/eln/2026-11-24'],
  ['Fedora-IoT-43-20261124.0', 'nightly/iot/2026-11-24'],
  ['Fedora-Cloud-43-20261124.0', 'nightly/cloud/2026-11-24'],
  ['Fedora-44-20261124.0', 'nightly/candidate/2026-11-24'],
  ['Rawhide__20150820', 'nightly/rawhide/2015-08-20'],
  ['23_Branched_20150820', 'nightly/branched/2015-08-20'],
])('%s belongs to the night %s', (compose, night) => {
  const found = nightOf(parseNightCompose(compose), builtInLines)

  expect(found && nightId(found)).toBe(night)
})

test.each([
  'Fedora-Rawhide-20261124.0',
  'Fedora-43-updates-20261124.0',
  'Fedora-Container-43-20261124.0',
  '23_Beta_RC2',
])('%s belongs to no night', (compose) => {
  expect(nightOf(parseNightCompose(compose), builtInLines)).toBeNull()
})

test('a candidate that is named by its label is of the stream of candidates', () => {
  const ref = { kind: 'staged', release: 44, label: { name: 'RC', major: 1, minor: 2 } } as const

  expect(streamOf(ref, builtInLines)).toBe('candidate')
  expect(nightOf(ref, builtInLines)).toBeNull()
})
