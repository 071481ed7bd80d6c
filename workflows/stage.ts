import type { Stream } from '../compose/naming/stream.ts'
import type { FailingJobs } from '../jobs/results/failing.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'
import type { NightOrder } from '../report/order.ts'

/**
 * The stages of a night, in order. In `watch` a night that is not green stays open after its report: for jobs
 * that are restarted by hand, and for orders.
 */
export const stageNames = ['find', 'complete', 'schedule', 'await', 'report', 'watch'] as const

/** One of {@link stageNames}. */
export type StageName = (typeof stageNames)[number]

/** The state of a stage. `gave-up`: its deadline passed, or it cannot succeed; the report comes next. */
export type StageState = 'ahead' | 'running' | 'done' | 'gave-up' | 'skipped'

/** One stage as people see it. Times are ISO in UTC; null until they are known. */
export interface StageRecord {
  readonly name: StageName
  readonly state: StageState
  readonly since: string | null
  readonly until: string | null
  readonly deadline: string | null
  /** The last thing heard, one sentence. */
  readonly lastAnswer: string
  /** When; absent before, and in an older run. */
  readonly heardAt?: string
  /** `9 of 10 nights had this by 06:40`: it takes longer than usual. Null or absent if it does not. */
  readonly late?: string | null
}

/** The answer to the query `progress`. */
export interface NightProgress {
  readonly stream: Stream
  readonly date: string
  /** As of {@link Night}. */
  readonly hour?: string
  readonly compose: string | null
  readonly verdict: string | null
  readonly stages: readonly StageRecord[]
  /** The counts of openQA's jobs; null before the first look at them. */
  readonly jobs: BuildProgress | null
  /** What people ordered of the night; absent in an older run. */
  readonly orders?: readonly NightOrder[]
  /** The jobs that ended and did not pass; absent before the first look at them, and in an older run. */
  readonly failing?: FailingJobs
  /** ISO: when all of this was so; absent in an older run. */
  readonly asOf?: string
}
