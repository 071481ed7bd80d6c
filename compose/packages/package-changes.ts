import { byText } from '../by-text.ts'
import { compareEvr, isSameVersion, type Evr } from './version.ts'

/** Packages by name, one build of each. */
export type Packages = ReadonlyMap<string, Evr>

/** How a package changed. A rebuild, where only the release is newer, is an upgrade. */
export type PackageMove = 'added' | 'removed' | 'upgraded' | 'downgraded'

/** One package that changed; `before` is null if it was added, `after` if it was removed. */
export interface PackageChange {
  readonly name: string
  readonly before: Evr | null
  readonly after: Evr | null
}

/** All packages that changed, by how they changed. Each list is in the order of names. */
export type ChangedPackages = Readonly<Record<PackageMove, readonly PackageChange[]>>

/** The changed packages between two composes, short enough for a report. */
export interface PackageChanges {
  /** The id of the earlier compose. */
  readonly from: string
  /** The id of the later compose. */
  readonly to: string
  readonly counts: Readonly<Record<PackageMove, number>>
  /** In the order of names. */
  readonly changes: readonly PackageChange[]
  /** How many more packages changed than are in `changes`. */
  readonly cut: number
}

const mostChanges = 200

/** Compares two sets of packages. Two builds that RPM holds for equal did not change. */
export function packageChanges(before: Packages, after: Packages): ChangedPackages {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted(byText)
  const changes = names.map((name) => changeOf(name, before.get(name) ?? null, after.get(name) ?? null))
  const { added = [], removed = [], upgraded = [], downgraded = [] } = Object.groupBy(changes, moveOf)
  return { added, removed, upgraded, downgraded }
}

/**
 * Shortens the changes between two composes for a report. If there are too many, rebuilds are left out first,
 * then other upgrades: after a mass rebuild they would hide what was added, removed or downgraded.
 */
export function shortChanges(from: string, to: string, changed: ChangedPackages): PackageChanges {
  const { added, removed, upgraded, downgraded } = changed
  const renewed = upgraded.filter((change) => !isRebuild(change))
  const all = [...added, ...removed, ...downgraded, ...renewed, ...upgraded.filter(isRebuild)]
  return {
    from,
    to,
    counts: {
      added: added.length,
      removed: removed.length,
      upgraded: upgraded.length,
      downgraded: downgraded.length,
    },
    changes: all.slice(0, mostChanges).toSorted((one, other) => byText(one.name, other.name)),
    cut: Math.max(0, all.length - mostChanges),
  }
}

function changeOf(name: string, before: Evr | null, after: Evr | null): PackageChange {
  return { name, before, after }
}

function moveOf({ before, after }: PackageChange): PackageMove | 'unchanged' {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  const order = compareEvr(after, before)
  if (order === 0) return 'unchanged'
  return order > 0 ? 'upgraded' : 'downgraded'
}

function isRebuild({ before, after }: PackageChange): boolean {
  return before !== null && after !== null && isSameVersion(before, after)
}
