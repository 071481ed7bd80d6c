import type { BuildJobs, LatestJob } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'

/** What makes a job worth a second try. A scenario is restarted once a night, whatever the cause. */
export type Cause = 'infrastructure' | 'new-failure'

const reasons: Readonly<Record<Cause, string>> = {
  infrastructure: 'the job broke off: it says nothing about the compose yet',
  'new-failure': 'it passed before: a second try tells a flaky test from a new fault',
}

/** The jobs of a night, what is known about their failures, and the restart budget. */
export interface SecondChanceInput {
  readonly jobs: BuildJobs
  /** Scenarios that failed in the baseline; empty if there is no baseline. */
  readonly failedBefore: readonly string[]
  /** Ids of jobs whose failure a known bug explains. */
  readonly known: readonly number[]
  /** Scenarios that were restarted this night. */
  readonly restarted: readonly string[]
  /** How many restarts a night may have in all, so that a broken compose does not run twice. */
  readonly budget: number
}

/** One restart to do. */
export interface Restart {
  readonly job: number
  readonly scenario: string
  readonly cause: Cause
  readonly why: string
}

/** The restarts to do now, within the budget: broken jobs before failed ones, each scenario once. */
export function restartsFor(input: SecondChanceInput): readonly Restart[] {
  const left = Math.max(0, input.budget - input.restarted.length)
  const due = input.jobs.latest
    .filter((job) => !input.restarted.includes(scenarioOf(job)))
    .flatMap((job) => restartOf(job, input))
  const broken = due.filter(({ cause }) => cause === 'infrastructure')
  const failed = due.filter(({ cause }) => cause !== 'infrastructure')
  return [...broken, ...failed].slice(0, left)
}

/**
 * Null where another try tells nothing new: a known bug explains the failure, or the test failed before, too.
 */
function causeOf(job: LatestJob, { failedBefore, known }: SecondChanceInput): Cause | null {
  if (known.includes(job.id)) return null
  if (job.standing === 'broken') return 'infrastructure'
  return job.standing === 'failed' && !failedBefore.includes(scenarioOf(job)) ? 'new-failure' : null
}

function restartOf(job: LatestJob, input: SecondChanceInput): readonly Restart[] {
  const cause = causeOf(job, input)
  if (cause === null) return []
  return [{ job: job.id, scenario: scenarioOf(job), cause, why: reasons[cause] }]
}
