import type { Night } from '../../compose/naming/night.ts'
import type { JobsLook } from '../../jobs/results/settled.ts'
import type { JobsSeen } from '../lap/job-looks.ts'
import type { Pace } from './look.ts'

/** An open night: what it watches after its report. */
export interface OpenInput {
  readonly night: Night
  /** Null if it has no tests. */
  readonly compose: string | null
  /** The jobs that its report tells of; null if they had not ended. */
  readonly jobsHash: string | null
  /** ISO: until then it stays open, also if the next night has reported. */
  readonly openUntil: string
  readonly pace: Pace
}

/** What ends the watch: other jobs than reported that have all ended, or a report on the next night. */
export type OpenSeen =
  | ({ readonly kind: 'changed' } & Pick<JobsSeen, 'jobs' | 'jobsHash'>)
  | { readonly kind: 'next-night'; readonly run: string }

/** What the next look at an open night must know of this one. */
export interface OpenMemory {
  readonly look: JobsLook | null
  /** Jobs are other than reported, and some have not ended. */
  readonly isUnsettled: boolean
}
