import { expect, test } from 'vitest'
import {
  branchedRelease,
  currentRelease,
  rawhideRelease,
  releaseOf,
  upgradeReleases,
} from '../../../compose/naming/releases.ts'

const branched = { stable: [42, 43], branched: [44] }
const unbranched = { stable: [43, 44], branched: [] }

test('if there is a Branched, Rawhide is one beyond it', () => {
  expect(branchedRelease(branched)).toBe(44)
  expect(currentRelease(branched)).toBe(43)
  expect(rawhideRelease(branched)).toBe(45)
})

test('without a Branched, Rawhide is one beyond the newest stable release', () => {
  expect(branchedRelease(unbranched)).toBeNull()
  expect(rawhideRelease(unbranched)).toBe(45)
})

test('the newest of several branched releases counts', () => {
  expect(branchedRelease({ stable: [43], branched: [44, 45] })).toBe(45)
})

test('a branched release is Branched even if there is no stable release', () => {
  expect(branchedRelease({ stable: [], branched: [1] })).toBe(1)
})

test('a release that is out is not Branched, even if it is still listed as branched', () => {
  expect(branchedRelease({ stable: [43, 44], branched: [44] })).toBeNull()
  expect(branchedRelease({ stable: [43, 45], branched: [44] })).toBeNull()
})

test('no stable release at all is an error', () => {
  expect(() => currentRelease({ stable: [], branched: [44] })).toThrow('at least one stable release')
})

test.each([
  ['branched', branched, 44],
  ['branched', unbranched, null],
  ['current', branched, 43],
  ['rawhide', branched, 45],
] as const)('the number of the release %s', (word, releases, number) => {
  expect(releaseOf(word, releases)).toBe(number)
})

test.each([
  ['Rawhide', { CURRREL: '43', RAWREL: '45', UP1REL: '44', UP2REL: '43' }],
  ['44', { CURRREL: '43', RAWREL: '45', UP1REL: '43', UP2REL: '42' }],
  ['43', { CURRREL: '43', RAWREL: '45', UP1REL: '42', UP2REL: '41' }],
])('an upgrade to %s starts from one and from two releases before it', (version, numbers) => {
  expect(upgradeReleases(version, branched)).toEqual(numbers)
})
