/** One job of openQA. An unknown state or result needs attention and never counts as a pass. */
export interface Job {
  readonly id: number
  /** `fedora`, unless the openQA tests other distributions, too. */
  readonly distri: string
  readonly test: string
  readonly flavor: string
  readonly arch: string
  readonly machine: string
  readonly build: string
  /** `scheduled`, `assigned`, `setup`, `running`, `uploading`, `done`, `cancelled`, or a newer word. */
  readonly state: string
  /** `none`, `passed`, `softfailed`, `failed`, `incomplete`, `skipped`, …, or a newer word. */
  readonly result: string
  /** The job that replaced this one; null if none did. */
  readonly cloneId: number | null
  readonly blockedById: number | null
  /** openQA's reason for how the job ended; empty if it gives none. */
  readonly reason: string
  /** The marker setting of the post that made it; empty if there is none. */
  readonly marker: string
  /** Names of the failed modules. */
  readonly failedModules: readonly string[]
  /** ISO times in UTC; null until they are known. */
  readonly startedAt: string | null
  readonly finishedAt: string | null
}
