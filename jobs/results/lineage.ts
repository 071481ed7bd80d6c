import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/** What names a scenario: one test of one product on one machine. openQA calls the newest job of it the latest. */
export type Scenario = Pick<Job, 'test' | 'flavor' | 'arch' | 'machine'>

/** The scenario as one word, to compare by: `Server-dvd-iso x86_64 install_default@64bit`. */
export function scenarioOf({ test, flavor, arch, machine }: Scenario): string {
  return `${flavor} ${arch} ${test}@${machine}`
}

/** Whether openQA is through with a job. Never told by the result: a job that is restarted has one while it still runs. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return phaseOf(state) === 'ended'
}
