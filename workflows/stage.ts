import type { Stream } from '../compose/naming/stream.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'

/** The five stages of a night, in order. */
export const stageNames = ['find', 'complete', 'schedule', 'await', 'report'] as const

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
}

/** The answer to the query `progress`. */
export interface NightProgress {
  readonly stream: Stream
  readonly date: string
  readonly compose: string | null
  readonly verdict: string | null
  readonly stages: readonly StageRecord[]
  /** The counts of openQA's jobs; null before the first look at them. */
  readonly jobs: BuildProgress | null
}
