import { expect, test } from 'vitest'
import { composeArch, isArch } from '../../../compose/images/arch.ts'

test.each([
  ['x86_64', 'x86_64 amd64'],
  ['i386', 'i386 i486 i586 i686'],
  ['aarch64', 'aarch64 arm64'],
  ['armhfp', 'armhfp armv7hl armv7hnl'],
  ['arm', 'arm armv5tel'],
  ['ppc64le', 'ppc64le'],
  ['ppc64', 'ppc64'],
  ['ppc', 'ppc'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
  ['ia64', 'ia64'],
  ['src', 'src source SRPMS'],
])('composes use the name %s for %s', (arch, names) => {
  const words = names.split(' ')

  expect(words.map(composeArch)).toEqual(words.map(() => arch))
  expect(words.filter((word) => !isArch(word))).toEqual([])
})

test('an arch may be in any letter case, and an unknown arch is kept as it is', () => {
  expect(composeArch('AARCH64')).toBe('aarch64')
  expect(composeArch('I686')).toBe('i386')
  expect(composeArch('Loongarch64')).toBe('Loongarch64')
})

test.each(['', 'Server', 'x86', 'AARCH64', 'noarch'])('%j is not the name of an arch', (word) => {
  expect(isArch(word)).toBe(false)
})
