import type { PackageChanges } from '../../compose/packages/package-changes.ts'
import type { Scenario } from '../results/lineage.ts'
import type { NumberChange, ServiceChanges } from '../system/system-changes.ts'

/** What changed between the last good compose and the first bad one. */
export interface Changes {
  readonly from: string
  readonly to: string
  /** The source packages of the composes; null where they are not known. */
  readonly packages: PackageChanges | null
  readonly systems: readonly SystemLine[]
  /** Why something is not known, one sentence each. */
  readonly unknown: readonly string[]
}

/** What changed of the system that a test installs. */
export interface SystemLine extends Scenario {
  /** Null if a side has no list of packages. */
  readonly packages: PackageChanges | null
  /** Null if a side has no list of services. */
  readonly services: ServiceChanges | null
  /** Only those past the thresholds. */
  readonly numbers: readonly NumberChange[]
}
