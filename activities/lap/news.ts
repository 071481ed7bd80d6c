import type { BuildProgress } from '../../jobs/results/progress.ts'
import type { FailingJobs } from '../../jobs/results/failing.ts'
import type { Tokens } from './tokens.ts'

/** What is known of the last look that a run was told of. */
export interface LookKey {
  /** What mattered of it. */
  readonly key: string
  /** How far it was, in steps; absent where nothing is counted. */
  readonly step?: number
}

/** What a look needs to tell its run what it heard before its lap ends. */
export interface Telling {
  /** Of the stage's last look that the run knows of; null if it knows of none. */
  readonly told: LookKey | null
  /** Null for a lap beside another one of its stage, which does the telling. */
  readonly tokens: Tokens | null
  /** ISO: since when the stage runs. */
  readonly since: string
  /** ISO: since when no look of the stage had an answer; null if the last one had. */
  readonly unansweredSince: string | null
}

/** The signal `heard`: what a look heard, told to its own run. It changes only what the run shows. */
export interface News extends HeardInLap {
  readonly stage: string
  readonly said: string
  /** ISO: when it was heard. */
  readonly at: string
  /** What is left of the tokens. */
  readonly tokens: Tokens
}

/** What a look leaves beside what it said. */
export interface HeardInLap {
  readonly told: LookKey
  /** ISO; null if the look had an answer. */
  readonly unansweredSince: string | null
  /** `9 of 10 nights had this by 06:40`; null while the stage is not late, or nobody can tell. */
  readonly late: string | null
  readonly jobs?: JobsShown
}

/** What a night shows of its jobs. */
export interface JobsShown {
  readonly progress: BuildProgress
  readonly failing: FailingJobs
}
