import type { BuildJobs } from './build-jobs.ts'
import { scenarioOf } from './lineage.ts'
import type { JobsLook } from './settled.ts'

/** A job that ended and was not ok. */
export interface FailingJob {
  readonly id: number
  readonly test: string
  readonly flavor: string
  readonly arch: string
  /** `scenarioOf` */
  readonly scenario: string
}

/** Jobs of a build that ended and were not ok, few enough for a workflow. */
export interface FailingJobs {
  /** openQA, without a closing slash: a job's page is `<openqa>/tests/<id>`. */
  readonly openqa: string
  readonly count: number
  /** The first ten. */
  readonly first: readonly FailingJob[]
}

/** The jobs that do not pass, as they stand now. */
export function failingOf(jobs: BuildJobs, look: Pick<JobsLook, 'notOk'>, openqa: string): FailingJobs {
  const notOk = new Set(look.notOk)
  const failing = jobs.latest.filter(({ id }) => notOk.has(id))
  const first = failing.slice(0, 10).map((job) => {
    const { id, test, flavor, arch } = job
    return { id, test, flavor, arch, scenario: scenarioOf(job) }
  })
  return { openqa, count: failing.length, first }
}
