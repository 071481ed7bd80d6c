import type { BuildJobs, LatestJob } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'

/** Why a job did not pass: it decides whether the job is tried again. */
export type Cause = 'infrastructure' | 'new-failure' | 'old-failure' | 'known-failure'

/** The policy for each cause. A scenario is restarted at most once a night. */
const secondChances: readonly {
  readonly cause: Cause
  readonly restart: 'yes' | 'no'
  readonly why: string
}[] = [
  {
    cause: 'infrastructure',
    restart: 'yes',
    why: 'the job broke off: it says nothing about the compose yet',
  },
  {
    cause: 'new-failure',
    restart: 'yes',
    why: 'it passed before: a second try tells a flaky test from a new fault',
  },
  {
    cause: 'old-failure',
    restart: 'no',
    why: 'it failed in the baseline, too: another try tells nothing new',
  },
  { cause: 'known-failure', restart: 'no', why: 'a bug is known: another try would only occupy a worker' },
]

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

function causeOf(job: LatestJob, { failedBefore, known }: SecondChanceInput): Cause | null {
  const { standing } = job
  if (standing !== 'broken' && standing !== 'failed') return null
  if (known.includes(job.id)) return 'known-failure'
  if (standing === 'broken') return 'infrastructure'
  return failedBefore.includes(scenarioOf(job)) ? 'old-failure' : 'new-failure'
}

function restartOf(job: LatestJob, input: SecondChanceInput): readonly Restart[] {
  const own = causeOf(job, input)
  return secondChances
    .filter(({ cause, restart }) => cause === own && restart === 'yes')
    .map(({ cause, why }) => ({ job: job.id, scenario: scenarioOf(job), cause, why }))
}
