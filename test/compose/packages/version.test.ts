import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEvr, compareVersions, formatEvr, isSameVersion } from '../../../compose/packages/version.ts'
import { anyEvr, anyVersion } from './any-packages.ts'

/** The vectors of RPM's own tests: two versions, and the order that rpmvercmp gives them. */
const vectors = `
  1.0 1.0 0, 1.0 2.0 -1, 2.0.1 2.0.1 0, 2.0 2.0.1 -1, 2.0.1a 2.0.1a 0, 2.0.1a 2.0.1 1
  5.5p1 5.5p1 0, 5.5p1 5.5p2 -1, 5.5p10 5.5p10 0, 5.5p1 5.5p10 -1, 10xyz 10.1xyz -1
  xyz10 xyz10 0, xyz10 xyz10.1 -1, xyz.4 xyz.4 0, xyz.4 8 -1, xyz.4 2 -1
  5.5p2 5.6p1 -1, 5.6p1 6.5p1 -1, 6.0.rc1 6.0 1, 10b2 10a1 1, 10a2 10b2 -1
  1.0aa 1.0aa 0, 1.0a 1.0aa -1, 10.0001 10.0001 0, 10.0001 10.1 0, 10.0001 10.0039 -1
  4.999.9 5.0 -1, 20101121 20101121 0, 20101121 20101122 -1, 2_0 2_0 0, 2.0 2_0 0
  a a 0, a+ a+ 0, a+ a_ 0, +a +a 0, +a _a 0, +_ +_ 0, _+ +_ 0, _+ _+ 0, + _ 0
  1.0~rc1 1.0~rc1 0, 1.0~rc1 1.0 -1, 1.0~rc1 1.0~rc2 -1
  1.0~rc1~git123 1.0~rc1~git123 0, 1.0~rc1~git123 1.0~rc1 -1
  1.0^ 1.0^ 0, 1.0^ 1.0 1, 1.0^git1 1.0^git1 0, 1.0^git1 1.0 1, 1.0^git1 1.0^git2 -1
  1.0^git1 1.01 -1, 1.0^20160101 1.0^20160101 0, 1.0^20160101 1.0.1 -1
  1.0^20160101^git1 1.0^20160101^git1 0, 1.0^20160102 1.0^20160101^git1 1
  1.0~rc1^git1 1.0~rc1^git1 0, 1.0~rc1^git1 1.0~rc1 1, 1.0^git1~pre 1.0^git1~pre 0
  1.0^git1 1.0^git1~pre 1, 1b.fc17 1b.fc17 0, 1b.fc17 1.fc17 -1, 1g.fc17 1.fc17 1
  1.1.α 1.1.α 0, 1.1.α 1.1.β 0, 1.1.αα 1.1.α 0, 1.1.α 1.1.ββ 0
  1.0^git1 1.0A -1, 1.0^git1 1.0a -1
  99999999999999999999 99999999999999999998 1`
  .trim()
  .split(/,|\n/)
  .map((line) => line.trim().split(' '))
  .map(([a = '', b = '', order]) => ({ a, b, order: Number(order) }))

describe('versions', () => {
  test.each(vectors)('RPM orders $a and $b as $order', ({ a, b, order }) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order)
    expect(Math.sign(compareVersions(b, a))).toBe(order === 0 ? 0 : -order)
  })

  test('are ordered the other way round when swapped', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('are ordered transitively', () => {
    fc.assert(
      fc.property(fc.tuple(anyVersion, anyVersion, anyVersion), (three) => {
        const [low = '', middle = '', high = ''] = three.toSorted(compareVersions)
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0)
        expect(compareVersions(middle, high)).toBeLessThanOrEqual(0)
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('builds', () => {
  test.each([
    { older: '2:1.0-1', newer: '10:0.1-1', why: 'the epoch counts first, as a number' },
    { older: '9.9-9', newer: '1:0.1-1', why: 'no epoch is epoch 0' },
    { older: '1.0-9.fc45', newer: '1.1-1.fc45', why: 'the version counts before the release' },
    { older: '1.0-9.fc45', newer: '1.0-10.fc45', why: 'the release counts last' },
    { older: '1.0~rc1-3', newer: '1.0-1', why: 'a candidate is older than the version' },
  ])('$older is older than $newer: $why', ({ older, newer }) => {
    expect(compareEvr(older, newer)).toBeLessThan(0)
    expect(compareEvr(newer, older)).toBeGreaterThan(0)
  })

  test('are ordered transitively', () => {
    fc.assert(
      fc.property(fc.tuple(anyEvr, anyEvr, anyEvr), (three) => {
        const [low = '', , high = ''] = three.toSorted(compareEvr)
        expect(compareEvr(low, high)).toBeLessThanOrEqual(0)
        expect(compareEvr(high, low)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('are written without epoch 0', () => {
    expect(formatEvr('0', '5.2.26', '3.fc40')).toBe('5.2.26-3.fc40')
    expect(formatEvr('2', '9.1', '1.fc45')).toBe('2:9.1-1.fc45')
  })

  test.each([
    ['1.0-1.fc45', '1.0-2.fc45', true],
    ['1:1.0-1.fc45', '1.0-2.fc45', false],
    ['1.0-1.fc45', '1.1-1.fc45', false],
  ])('%s and %s differ only in the release: %s', (a, b, same) => {
    expect(isSameVersion(a, b)).toBe(same)
  })
})
