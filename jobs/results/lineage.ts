import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/** Names a scenario: one test of one product on one machine. Its newest job is openQA's `latest`. */
export type Scenario = Pick<Job, 'test' | 'flavor' | 'arch' | 'machine'>

/** The scenario as text, to compare: `Server-dvd-iso x86_64 install_default@64bit`. */
export function scenarioOf({ test, flavor, arch, machine }: Scenario): string {
  return `${flavor} ${arch} ${test}@${machine}`
}

/** Whether a job has ended. Its result does not tell: a restarted job has a result while it still runs. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return phaseOf(state) === 'ended'
}
