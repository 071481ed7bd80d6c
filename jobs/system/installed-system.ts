import type { Packages } from '../../compose/packages/package-changes.ts'

/**
 * What openQA's module `_collect_data` uploaded of a system that it had just installed. A part whose file was
 * not uploaded is null.
 */
export interface InstalledSystem {
  /** The newest build of each package. Builds are empty texts if the upload has names only. */
  readonly packages: Packages | null
  readonly services: Services | null
  readonly memoryUsedMiB: number | null
  /** By mount point; file systems in memory are left out. */
  readonly diskUsedMiB: ReadonlyMap<string, number> | null
  /** How many lines could not be understood. */
  readonly skipped: number
}

/** The service units that were loaded, each in one of the sets. */
export interface Services {
  /** Those that had not failed: the usual upload names units without their states. */
  readonly active: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
}

/** The texts of the uploaded files by name. */
export type SystemLogs = Partial<Readonly<Record<SystemLog, string>>>

/** The uploads that are read. `rpms.log` has names only: it counts if there is no `rpms.nevra.csv`. */
export const systemLogs = ['rpms.nevra.csv', 'rpms.log', 'services.log', 'free.log', 'df.log'] as const

/** One of {@link systemLogs}. */
export type SystemLog = (typeof systemLogs)[number]
