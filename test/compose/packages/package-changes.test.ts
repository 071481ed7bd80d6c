import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byText } from '../../../compose/by-text.ts'
import {
  packageChanges,
  shortChanges,
  type PackageChange,
  type Packages,
} from '../../../compose/packages/package-changes.ts'
import { compareEvr } from '../../../compose/packages/version.ts'
import { anyPackages } from './any-packages.ts'

function packagesOf(lines: Readonly<Record<string, string>>): Packages {
  return new Map(Object.entries(lines))
}

function names(changes: readonly PackageChange[]): readonly string[] {
  return changes.map(({ name }) => name)
}

/** `count` packages, all of the same build. */
function many(prefix: string, count: number, evr: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${prefix}${String(at).padStart(4, '0')}`, evr]),
  )
}

describe('packages that changed', () => {
  test('are told by how they changed, in the order of names', () => {
    const before = packagesOf({ zsh: '5.9-1', bash: '5.2-1', mutter: '50-2', ed: '1:1-1', vim: '2:9-1' })
    const after = packagesOf({ zsh: '5.9-2', bash: '5.3-1', mutter: '50-1', nano: '8-1', vim: '2:9-1' })

    expect(packageChanges(before, after)).toEqual({
      added: [{ name: 'nano', before: null, after: '8-1' }],
      removed: [{ name: 'ed', before: '1:1-1', after: null }],
      upgraded: [
        { name: 'bash', before: '5.2-1', after: '5.3-1' },
        { name: 'zsh', before: '5.9-1', after: '5.9-2' },
      ],
      downgraded: [{ name: 'mutter', before: '50-2', after: '50-1' }],
    })
  })

  test('are each in one group, and the others have the same build on both sides', () => {
    fc.assert(
      fc.property(anyPackages, anyPackages, (before, after) => {
        const groups = packageChanges(before, after)
        const changed = Object.values(groups).flatMap(names)
        const rest = [...new Set([...before.keys(), ...after.keys()])].filter((one) => !changed.includes(one))

        expect(new Set(changed).size).toBe(changed.length)
        for (const name of rest) {
          expect([before.has(name), after.has(name)]).toEqual([true, true])
          expect(compareEvr(before.get(name) ?? '', after.get(name) ?? '')).toBe(0)
        }
        for (const change of Object.values(groups).flat()) {
          expect([change.before, change.after]).toEqual([
            before.get(change.name) ?? null,
            after.get(change.name) ?? null,
          ])
        }
      }),
    )
  })

  test('are mirrored when the sides are swapped', () => {
    fc.assert(
      fc.property(anyPackages, anyPackages, (before, after) => {
        const [there, back] = [packageChanges(before, after), packageChanges(after, before)]

        expect(names(there.added)).toEqual(names(back.removed))
        expect(names(there.upgraded)).toEqual(names(back.downgraded))
        expect(names(there.added)).toEqual(names(there.added).toSorted(byText))
      }),
    )
  })
})

describe('the changes of a report', () => {
  const from = 'Fedora-Rawhide-20310301.n.0'
  const to = 'Fedora-Rawhide-20310302.n.0'

  test('name both composes, and are in the order of names', () => {
    const changed = packageChanges(
      packagesOf({ b: '1-1', c: '2-1', d: '1-1' }),
      packagesOf({ a: '1-1', b: '1-2', c: '1-1' }),
    )

    expect(shortChanges(from, to, changed)).toEqual({
      from,
      to,
      counts: { added: 1, removed: 1, upgraded: 1, downgraded: 1 },
      changes: [
        { name: 'a', before: null, after: '1-1' },
        { name: 'b', before: '1-1', after: '1-2' },
        { name: 'c', before: '2-1', after: '1-1' },
        { name: 'd', before: '1-1', after: null },
      ],
      cut: 0,
    })
  })

  test('leave out rebuilds first, and say how many are left out', () => {
    const before = packagesOf({ ...many('a', 300, '1-1'), ...many('b', 20, '1-1'), gone: '1-1', low: '2-1' })
    const after = packagesOf({ ...many('a', 300, '1-2'), ...many('b', 20, '2-1'), young: '1-1', low: '1-1' })

    const { counts, changes, cut } = shortChanges(from, to, packageChanges(before, after))

    expect(counts).toEqual({ added: 1, removed: 1, upgraded: 320, downgraded: 1 })
    expect(changes).toHaveLength(200)
    expect(cut).toBe(123)
    expect(changes.filter(({ name }) => !name.startsWith('a'))).toHaveLength(23)
    expect(names(changes)).toEqual(names(changes).toSorted(byText))
  })
})
