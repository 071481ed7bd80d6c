/** openQA's job states and results are open words here: a word we do not know asks for attention and never passes. */
export interface Job {
  readonly id: number
  readonly test: string
  readonly flavor: string
  readonly arch: string
  readonly machine: string
  readonly build: string
  /** `scheduled`, `assigned`, `setup`, `running`, `uploading`, `done`, `cancelled`, or a newer word. */
  readonly state: string
  /** `none`, `passed`, `softfailed`, `failed`, `incomplete`, `skipped`, …, or a newer word. */
  readonly result: string
  /** The job that took this one's place, null where none did. */
  readonly cloneId: number | null
  readonly blockedById: number | null
  /** openQA's own words on how the job ended; empty where it says nothing. */
  readonly reason: string
  /** The marker setting of the post that made it, empty where there is none. */
  readonly marker: string
  /** Names of the failed modules, for a person. */
  readonly failedModules: readonly string[]
  /** ISO times in UTC, null where not (yet) so. */
  readonly startedAt: string | null
  readonly finishedAt: string | null
}
