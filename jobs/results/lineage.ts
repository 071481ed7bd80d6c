import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/** What names a scenario: one test of one product on one machine. openQA calls the newest job of it the latest. */
export type Scenario = Pick<Job, 'test' | 'flavor' | 'arch' | 'machine'>

/** The scenario as one word, to compare by: `Server-dvd-iso x86_64 install_default@64bit`. */
export function scenarioOf({ test, flavor, arch, machine }: Scenario): string {
  return `${flavor} ${arch} ${test}@${machine}`
}

/**
 * The jobs that count, one for each scenario of a build, by rising id: a job that was cloned gives way to its clone,
 * and of two sets that were posted the newer one counts.
 */
export function countingJobs(jobs: readonly Job[]): readonly Job[] {
  const ids = new Set(jobs.map(({ id }) => id))
  const newest = new Map<string, Job>()
  for (const job of jobs.toSorted((one, other) => one.id - other.id)) {
    const superseded = job.cloneId !== null && ids.has(job.cloneId)
    if (!superseded) newest.set(scenarioOf(job), job)
  }
  return [...newest.values()].toSorted((one, other) => one.id - other.id)
}

/** Whether openQA is through with a job. Never told by the result: a job that is restarted has one while it still runs. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return phaseOf(state) === 'ended'
}

/**
 * The counting jobs that are still to end. One whose clone is not among the jobs is pending too: it no longer counts,
 * and what counts has not been seen. A state we do not know has not ended.
 */
export function pendingOf(jobs: readonly Job[]): readonly Job[] {
  return countingJobs(jobs).filter((job) => !hasEnded(job) || job.cloneId !== null)
}

/** How often each job's place was taken before it: 0 for a first try. Only ancestors among `jobs` are known. */
export function triesBefore(jobs: readonly Job[]): ReadonlyMap<number, number> {
  const tries = new Map<number, number>()
  for (const { id, cloneId } of jobs.toSorted((one, other) => one.id - other.id)) {
    const own = tries.get(id) ?? 0
    tries.set(id, own)
    if (cloneId !== null) tries.set(cloneId, own + 1)
  }
  return tries
}
