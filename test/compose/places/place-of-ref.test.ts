import { expect, test } from 'vitest'
import type { ComposeRef } from '../../../compose/naming/compose-ref.ts'
import { pathAt, placesOfRef, refAt } from '../../../compose/places/place-of-ref.ts'
import { places } from '../../../compose/places/place.ts'

const stable = (release: number): ComposeRef => ({ kind: 'stable', release })
const archived = (release: number): ComposeRef => ({ kind: 'stable', release, tree: 'archive' })
const current = (release: number): ComposeRef => ({ kind: 'stable', release, tree: 'current' })
const candidate = (milestone: 'Alpha' | 'Beta' | 'Final'): ComposeRef => ({
  kind: 'candidate',
  release: 22,
  milestone,
  build: 'TC3',
})

test.each<readonly [ComposeRef, readonly string[]]>([
  [stable(1), ['archive/fedora/linux/core/1']],
  [stable(6), ['archive/fedora/linux/core/6']],
  [stable(7), ['fedora/linux/releases/7', 'archive/fedora/linux/releases/7']],
  [stable(9999), ['fedora/linux/releases/9999', 'archive/fedora/linux/releases/9999']],
  [current(43), ['fedora/linux/releases/43']],
  [archived(38), ['archive/fedora/linux/releases/38']],
  [archived(6), []],
  [stable(10_000), []],
  [candidate('Alpha'), ['alt/stage/22_Alpha_TC3']],
  [candidate('Beta'), ['alt/stage/22_Beta_TC3']],
  [candidate('Final'), ['alt/stage/22_TC3']],
  [{ kind: 'mash', version: 'Rawhide', date: '20150820' }, ['rawhide-20150820/rawhide']],
  [{ kind: 'mash', version: '23', date: '20150820' }, ['branched-20150820/23']],
])('the possible places of %j are %j', (ref, paths) => {
  expect(placesOfRef(ref).map((place) => pathAt(place, ref))).toEqual(paths)
})

test.each<readonly [string, readonly ComposeRef[]]>([
  ['archive/fedora/linux/core/1', [stable(1)]],
  ['archive/fedora/linux/core/7', []],
  ['fedora/linux/releases/7', [current(7)]],
  ['fedora/linux/releases/6', []],
  ['archive/fedora/linux/releases/38', [archived(38)]],
  ['archive/fedora/linux/releases/38/more', []],
  ['more/archive/fedora/linux/releases/38', []],
  ['alt/stage/22_TC3', [candidate('Final')]],
  ['alt/stage/22_Beta_TC3', [candidate('Beta')]],
  ['alt/stage/22_Final_TC3', []],
  ['alt/stage/22_Gamma_TC3', []],
  ['alt/stage/43_RC-1x3', []],
  ['rawhide-20150820/rawhide', [{ kind: 'mash', version: 'Rawhide', date: '20150820' }]],
  ['branched-20150820/Rawhide', []],
  [`fedora/linux/releases/${'1'.repeat(21)}`, []],
  ['fedora/linux/releases/', []],
])('the compose at %s is %j', (path, refs) => {
  const found = places.map((place) => refAt(place, path)).filter((ref) => ref !== null)

  expect(found).toEqual(refs)
})

test('every place has a reason', () => {
  expect(places.filter(({ why }) => why.length < 10)).toEqual([])
})
