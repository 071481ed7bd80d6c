import { expect, test } from 'vitest'
import { buildOf } from '../../../jobs/plan/build.ts'

const compose = 'Fedora-Rawhide-20261124.n.0'

test('a build is the compose, and one of its own where extra settings make other tests', () => {
  expect(buildOf({ compose })).toBe(compose)
  expect(buildOf({ compose, extraSettings: {} })).toBe(compose)
  expect(buildOf({ compose, extraSettings: { UPDATES: 'a' } })).toBe(`${compose}-EXTRA`)
})
