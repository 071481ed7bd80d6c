import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { marker } from '../../../jobs/plan/marker.ts'

const post = { build: 'Fedora-Rawhide-20261124.n.0', flavor: 'Server-dvd-iso', arch: 'x86_64', generation: 1 }

test('a marker is the same for the same post for ever', () => {
  expect(marker(post)).toBe('g1_09e7b98f7f8be42e')
})

test('a marker holds word characters only, as openQA looks up no others', () => {
  const word = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(word, word, word, fc.nat(), (build, flavor, arch, generation) => {
      expect(marker({ build, flavor, arch, generation })).toMatch(/^\w+$/)
    }),
  )
})

test('another build, flavor, arch, generation or run has another marker', () => {
  const others = [
    post,
    { ...post, build: 'Fedora-Rawhide-20261124.n.1' },
    { ...post, flavor: 'Server-boot-iso' },
    { ...post, arch: 'aarch64' },
    { ...post, generation: 2 },
    { ...post, flavor: 'Server-dvd-isox86', arch: '_64' },
    { ...post, run: 'a' },
    { ...post, run: 'b' },
  ]

  expect(new Set(others.map(marker)).size).toBe(others.length)
})
