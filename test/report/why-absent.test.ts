import { expect, test } from 'vitest'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import { whyAbsent } from '../../report/why-absent.ts'
import { missingImage } from './test-lines.ts'

const kde = { flavor: 'KDE-live-iso', arch: 'x86_64' }
const posts: readonly PostOutcome[] = [
  { kind: 'refused', ...kde, why: 'no template' },
  { kind: 'unknown', ...kde, arch: 'aarch64', why: 'no answer' },
  { kind: 'scheduled', flavor: 'universal', arch: 'x86_64', jobs: 1 },
  { kind: 'found', flavor: 'universal', arch: 'aarch64', jobs: 1 },
  { kind: 'partial', flavor: 'universal', arch: 'ppc64le', jobs: 1, why: 'no machine' },
]

test.each([
  [kde, 'the image KDE live x86_64 is missing'],
  [{ ...kde, arch: 'aarch64' }, 'it is not known whether it was posted: no answer'],
  [{ ...kde, flavor: 'KDE-boot-iso' }, null],
  [{ ...kde, flavor: 'KDE-live' }, null],
  [{ ...kde, flavor: 'KDE-liver-iso' }, null],
])('%j has no jobs: %s', (product, why) => {
  expect(whyAbsent(product, [missingImage], posts)).toBe(why)
})

test('an image whose name has a hyphen is found by the name of its flavor', () => {
  const image = { ...missingImage, subvariant: 'Cloud-Base', type: 'boot-iso' }

  expect(whyAbsent({ flavor: 'Cloud_Base-boot_iso-iso', arch: 'x86_64' }, [image], [])).toBe(
    'the image Cloud-Base boot-iso x86_64 is missing',
  )
})

test('a post that openQA did not take is the reason where the image is there', () => {
  expect(whyAbsent(kde, [], posts)).toBe('openQA refused the post: no template')
})

test.each(['x86_64', 'aarch64', 'ppc64le', 's390x'])(
  'a post that openQA took explains nothing: %s',
  (arch) => {
    expect(whyAbsent({ flavor: 'universal', arch }, [missingImage], posts)).toBeNull()
  },
)
