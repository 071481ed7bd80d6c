import { expect, test } from 'vitest'
import { notAccepted } from '../../../compose/expected/acceptance-state.ts'
import { acceptanceLookup } from '../../../report/orders/acceptance-lookup.ts'
import type { Acceptance } from '../../../report/order.ts'
import { green } from '../green-night.ts'
import { acceptanceOf, failing, imageAcceptance } from '../ordered-nights.ts'

const lastNight = 'nightly/rawhide/2026-11-23'
const said = { by: 'ada', why: 'rhbz#1234567' }
const ended = { accepted: null, acceptanceEnded: true }

function lookup(acceptances: readonly Acceptance[], publishBy = true) {
  return acceptanceLookup({ ...green, acceptances, publishBy })
}

test.each<[string, Partial<Acceptance>, ReturnType<typeof ofFailing>]>([
  ['for this night', { until: null }, { accepted: { ...said, until: null }, acceptanceEnded: false }],
  ['for last night', { run: lastNight, until: null }, ended],
  [
    'until tonight, on an earlier night',
    { run: lastNight, until: '2026-11-24' },
    { accepted: { ...said, until: '2026-11-24' }, acceptanceEnded: false },
  ],
  ['until last night', { run: lastNight, until: '2026-11-23' }, ended],
  ['of another test', { name: 'Server-dvd-iso x86_64 base_selinux@uefi' }, notAccepted],
  ['of an image with the name of the test', { kind: 'image' }, notAccepted],
  ['with another module', { modules: ['another'] }, notAccepted],
  ['with one module more', { modules: ['another', 'base_selinux'] }, notAccepted],
  ['without its module', { modules: [] }, notAccepted],
])('a failure that was accepted %s', (_, what, state) => {
  expect(ofFailing([acceptanceOf(what)])).toEqual(state)
})

function ofFailing(acceptances: readonly Acceptance[], modules = failing.failedModules) {
  return lookup(acceptances).ofTest(failing, modules)
}

test('the modules may come in another order, and none of them is a set, too', () => {
  const two = acceptanceOf({ modules: ['b', 'a'] })

  expect(ofFailing([two], ['a', 'b']).accepted).not.toBeNull()
  expect(ofFailing([two], ['a'])).toEqual(notAccepted)
  expect(ofFailing([acceptanceOf({ modules: [] })], []).accepted).not.toBeNull()
})

test('of several acceptances the one that counts for longest is told, and one that counts has not ended', () => {
  const short = acceptanceOf({ order: 'b', until: null })
  const long = acceptanceOf({ order: 'c', until: '2026-12-09' })
  const over = acceptanceOf({ order: 'a', run: lastNight, until: '2026-11-23' })

  for (const all of [
    [over, short, acceptanceOf(), long],
    [long, acceptanceOf(), short, over],
  ])
    expect(ofFailing(all).accepted?.until).toBe('2026-12-09')
  expect(ofFailing([over, short])).toEqual({ accepted: { ...said, until: null }, acceptanceEnded: false })
})

test('an image is found whatever the case of its letters', () => {
  const { ofImage } = lookup([imageAcceptance({ name: 'kde LIVE x86_64' })])

  expect(ofImage('KDE live x86_64').accepted).toEqual({ ...said, until: null })
  expect(ofImage('KDE live aarch64')).toEqual(notAccepted)
})

test('who accepted it is only told where names are published', () => {
  const { ofTest } = lookup([acceptanceOf()], false)

  expect(ofTest(failing, failing.failedModules).accepted).toEqual({ ...said, by: null, until: '2026-12-01' })
})
