import type { Night } from '../../compose/naming/night.ts'
import type { FailingJobs } from '../../jobs/results/failing.ts'
import type { BuildProgress } from '../../jobs/results/progress.ts'
import type { JobsLook } from '../../jobs/results/settled.ts'
import type { Pace } from '../looks/look.ts'
import type { Ref } from '../recall.ts'

export interface JobsInput {
  readonly night: Night
  readonly compose: string
  readonly pace: Pace
}

/** All jobs of the compose after every one ended, earlier tries included, kept in the archive. */
export interface JobsSeen {
  readonly jobs: Ref
  readonly notOk: number
  readonly progress: BuildProgress
  /** Absent in an older run. */
  readonly failing?: FailingJobs
  /** What each test's newest job came to, in a hash; absent in an older run. */
  readonly jobsHash?: string
}

/** What the next look at the jobs must know of this one. `jobs` is set by the last look of a lap. */
export interface JobsMemory {
  readonly look: JobsLook
  readonly progress: BuildProgress
  /** Absent in an older run. */
  readonly failing?: FailingJobs
  readonly jobs: Ref | null
}
