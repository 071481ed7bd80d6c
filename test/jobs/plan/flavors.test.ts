import { expect, test } from 'vitest'
import { locate } from '../../../compose/expected/opened-compose.ts'
import type { PlanInput } from '../../../jobs/plan/plan-input.ts'
import { planPosts } from '../../../jobs/plan/plan.ts'
import { nightlyImages } from '../nightly-images.ts'

const location = 'https://kojipkgs.example/compose/rawhide/Fedora-Rawhide-20261124.n.0/compose'

const rawhide: PlanInput = {
  compose: 'Fedora-Rawhide-20261124.n.0',
  version: 'Rawhide',
  location,
  label: null,
  images: locate(location, nightlyImages),
  arches: ['x86_64', 'aarch64'],
  releases: { CURRREL: '43', RAWREL: '45', UP1REL: '44', UP2REL: '43' },
}

function flavorsOf(...flavors: readonly string[]): readonly string[] {
  return planPosts({ ...rawhide, flavors }).map(({ flavor, arch }) => `${flavor} ${arch}`)
}

test('of the plan only the flavors that are asked for are posted, in the order of the plan', () => {
  expect(flavorsOf('universal', 'Server-dvd-iso', 'Minimal-raw_xz-raw.xz')).toEqual([
    'Server-dvd-iso x86_64',
    'universal x86_64',
    'Minimal-raw_xz-raw.xz aarch64',
    'universal aarch64',
  ])
})

test('the letter case of a flavor does not matter', () => {
  expect(flavorsOf('SERVER-DVD-ISO')).toEqual(['Server-dvd-iso x86_64'])
})

test('flavors without an image are posted alone only if nothing else is asked for', () => {
  expect(flavorsOf('universal')).toEqual(['universal x86_64', 'universal aarch64'])
  expect(flavorsOf('workstation-upgrade', 'universal')).toHaveLength(4)
  expect(flavorsOf('universal', 'KDE-live-iso')).toEqual([])
})

test('a flavor that the compose does not have is not posted', () => {
  expect(flavorsOf('KDE-live-iso')).toEqual([])
})

test('the posts of some flavors are the same as in the whole plan', () => {
  const whole = planPosts(rawhide)

  const some = planPosts({ ...rawhide, flavors: ['server-dvd-iso', 'universal'] })

  expect(whole).toEqual(expect.arrayContaining([...some]))
})
