import { expect, test } from 'vitest'
import { imagelessFor } from '../../../jobs/plan/imageless.ts'
import { image } from '../nightly-images.ts'

test.each([
  ['x86_64', ['universal', 'Workstation-upgrade']],
  ['aarch64', ['universal', 'Workstation-upgrade']],
  ['ppc64le', ['universal']],
  ['s390x', []],
])('%s is tested without an image as %j', (arch, flavors) => {
  expect(imagelessFor(arch, [image(`Server dvd iso ${arch}`)]).map(({ flavor }) => flavor)).toEqual(flavors)
})

test.each([
  ['Server dvd iso x86_64', true],
  ['Server boot iso x86_64', true],
  ['Everything boot iso x86_64', true],
  ['Everything dvd iso x86_64', true],
  ['Server boot iso aarch64', true],
  ['Server raw-xz raw.xz x86_64', false],
  ['Workstation boot iso x86_64', false],
  ['BaseOS boot iso x86_64', false],
])('a compose with %s has a generic install tree, for every arch: %s', (name, tree) => {
  expect(imagelessFor('x86_64', [image('KDE live iso x86_64'), image(name)]).length > 0).toBe(tree)
})

test('a flavor without an image says which tests it is for, and why', () => {
  const flavors = imagelessFor('x86_64', [image('Server dvd iso x86_64')])

  expect(flavors).toMatchObject([
    { settings: { SUBVARIANT: 'Server', IMAGETYPE: 'upgrade' }, why: expect.stringMatching(/.{20}/) },
    { settings: { SUBVARIANT: 'Workstation', IMAGETYPE: 'upgrade' }, why: expect.stringMatching(/.{20}/) },
  ])
})
