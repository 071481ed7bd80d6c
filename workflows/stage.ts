import type { Stream } from '../compose/naming/stream.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'

/** The five stages of a night, in order. */
export const stageNames = ['find', 'complete', 'schedule', 'await', 'report'] as const

/** One of {@link stageNames}. */
export type StageName = (typeof stageNames)[number]

/** Where a stage stands. `gave-up` its deadline passed, or it cannot succeed; the night goes on to its report. */
export type StageState = 'ahead' | 'running' | 'done' | 'gave-up' | 'skipped'

/** One stage as a person sees it. Times are ISO in UTC, null where not (yet) so. */
export interface StageRecord {
  readonly name: StageName
  readonly state: StageState
  readonly since: string | null
  readonly until: string | null
  readonly deadline: string | null
  /** The last thing heard, one sentence. */
  readonly lastAnswer: string
}

/** What the query `progress` answers. */
export interface NightProgress {
  readonly stream: Stream
  readonly date: string
  readonly compose: string | null
  readonly verdict: string | null
  readonly stages: readonly StageRecord[]
  /** How far openQA's jobs are; null before they were seen. */
  readonly jobs: BuildProgress | null
}
