import { byText } from '../../compose/by-text.ts'
import {
  packageChanges,
  type ChangedPackages,
  type Packages,
} from '../../compose/packages/package-changes.ts'
import type { InstalledSystem, Services } from './installed-system.ts'

/** What changed between two installations of one test. Each list is in the order of names. */
export interface SystemChanges {
  /** Null if a side has no list of packages. */
  readonly packages: ChangedPackages | null
  /** Null if a side has no list of services. */
  readonly services: ServiceChanges | null
  /** Only those past the thresholds. */
  readonly numbers: readonly NumberChange[]
}

/** Service units by what became of them. A unit may be in two lists: it is gone, and failed before. */
export interface ServiceChanges {
  readonly appeared: readonly string[]
  readonly gone: readonly string[]
  readonly nowFailed: readonly string[]
  readonly failedBefore: readonly string[]
}

/** A number of MiB that changed much. */
export interface NumberChange {
  /** `memory used`, or `disk used on /home`. */
  readonly what: string
  readonly before: number
  readonly after: number
}

/** A number is listed if its change reaches both thresholds. */
export interface SystemThresholds {
  /** Of the number before. */
  readonly percent: number
  readonly mebibytes: number
}

/** The thresholds unless the configuration has others. */
export const usualThresholds: SystemThresholds = { percent: 20, mebibytes: 25 }

/** Compares two installed systems. What one side lacks is not compared: nobody uploaded it. */
export function systemChanges(
  before: InstalledSystem,
  after: InstalledSystem,
  thresholds: SystemThresholds = usualThresholds,
): SystemChanges {
  return {
    packages: both(before.packages, after.packages, changedPackages),
    services: both(before.services, after.services, changedServices),
    numbers: [
      ...(both(before.memoryUsedMiB, after.memoryUsedMiB, (one, other) => [
        { what: 'memory used', before: one, after: other },
      ]) ?? []),
      ...(both(before.diskUsedMiB, after.diskUsedMiB, disks) ?? []),
    ].filter((change) => isLarge(change, thresholds)),
  }
}

function both<Part, Changes>(
  before: Part | null,
  after: Part | null,
  compare: (before: Part, after: Part) => Changes,
): Changes | null {
  return before === null || after === null ? null : compare(before, after)
}

/** If a side has names only, both are compared by name. */
function changedPackages(before: Packages, after: Packages): ChangedPackages {
  const versions = ![...before.values(), ...after.values()].includes('')
  return versions ? packageChanges(before, after) : packageChanges(namesOnly(before), namesOnly(after))
}

function namesOnly(packages: Packages): Packages {
  return new Map([...packages.keys()].map((name) => [name, '']))
}

function changedServices(before: Services, after: Services): ServiceChanges {
  return {
    appeared: without(loaded(after), loaded(before)),
    gone: without(loaded(before), loaded(after)),
    nowFailed: without(after.failed, before.failed),
    failedBefore: without(before.failed, after.failed),
  }
}

function loaded({ active, failed }: Services): ReadonlySet<string> {
  return new Set([...active, ...failed])
}

function without(units: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...units].filter((unit) => !others.has(unit)).toSorted(byText)
}

function disks(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly NumberChange[] {
  return [...before]
    .toSorted(([one], [other]) => byText(one, other))
    .flatMap(([mount, used]) => {
      const now = after.get(mount)
      return now === undefined ? [] : [{ what: `disk used on ${mount}`, before: used, after: now }]
    })
}

function isLarge({ before, after }: NumberChange, { percent, mebibytes }: SystemThresholds): boolean {
  const change = Math.abs(after - before)
  return change >= mebibytes && change * 100 >= before * percent
}
