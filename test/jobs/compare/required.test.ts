import { describe, expect, test } from 'vitest'
import { fedoraRequirements, requiredByFedora, requires } from '../../../jobs/compare/required.ts'
import { jobOf } from '../job-of.ts'

const selinux = jobOf({ id: 1, test: 'base_selinux' })
const minimal = jobOf({ id: 2, test: 'base_selinux', flavor: 'Minimal-raw_xz-raw.xz', arch: 'aarch64' })

describe('a pattern of required tests', () => {
  test.each([
    ['base_selinux Server-dvd-iso x86_64 64bit', true],
    ['base_selinux Server-dvd-iso x86_64 uefi', false],
    ['base_selinux Server-dvd-iso aarch64 64bit', false],
    ['base_selinux KDE-live-iso x86_64 64bit', false],
    ['base_seli Server-dvd-iso x86_64 64bit', false],
    ['base_* Server-dvd-iso x86_64 64bit', true],
    ['*_selinux Server-dvd-iso x86_64 64bit', true],
    ['b*_s*x Server-dvd-iso x86_64 64bit', true],
    ['base_selinux* Server-dvd-iso x86_64 64bit', true],
    ['base_selinux *-iso x86_64 64bit', true],
    ['base_selinux * * *', true],
    ['* * * *', true],
    ['desktop_* Server-dvd-iso x86_64 64bit', false],
    ['ase_* Server-dvd-iso x86_64 64bit', false],
    ['base_* Server-dvd-iso x86_64 64', false],
    ['* x86_64 64bit', false],
    ['*', false],
    ['base.selinux * x86_64 64bit', false],
    ['(base_selinux|x) * x86_64 64bit', false],
  ])('`%s` names base_selinux of the Server DVD: %s', (pattern, named) => {
    expect(requires([pattern])(selinux)).toBe(named)
  })

  test('takes a dot for a dot', () => {
    expect(requires(['* Minimal-raw_xz-raw.xz aarch64 *'])(minimal)).toBe(true)
    expect(
      requires(['* Minimal-raw_xz-raw.xz aarch64 *'])({ ...minimal, flavor: 'Minimal-raw_xz-rawxxz' }),
    ).toBe(false)
  })
})

test('one of several patterns is enough, and none requires nothing', () => {
  const patterns = ['x * * *', 'base_selinux Server-dvd-iso x86_64 64bit', 'y * * *']

  expect(requires(patterns)(selinux)).toBe(true)
  expect(requires([])(selinux)).toBe(false)
})

test('the tests that block a release are each named once, in full', () => {
  expect(new Set(requiredByFedora).size).toBe(requiredByFedora.length)
  expect(requiredByFedora.filter((pattern) => !/^[a-z_]+ \S+ x86_64 64bit$/.test(pattern))).toEqual([])
  expect(requires(requiredByFedora)(selinux)).toBe(true)
  expect(requires(requiredByFedora)({ ...selinux, machine: 'uefi' })).toBe(false)
})

test.each(['rawhide', 'branched', 'candidate'])('what blocks a release is required of %s', (stream) => {
  expect(fedoraRequirements(stream).tests).toBe(requiredByFedora)
})

test.each(['iot', 'cloud', 'eln', 'kinoite'])('nothing is required of %s', (stream) => {
  expect(fedoraRequirements(stream).tests).toEqual([])
})

test('a pattern of many stars takes one walk through a long name', () => {
  const endless = jobOf({ id: 3, test: 'a'.repeat(200_000) })

  expect(requires([`${'*a'.repeat(12)}b * * *`])(endless)).toBe(false)
  expect(requires([`${'*a'.repeat(12)}* * * *`])(endless)).toBe(true)
  expect(requires(['aa*a * * *'])(jobOf({ id: 4, test: 'aa' }))).toBe(false)
  expect(requires(['a*b*b * * *'])(jobOf({ id: 5, test: 'ab' }))).toBe(false)
})
