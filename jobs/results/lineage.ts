import { phaseOf } from './job-state.ts'
import type { Job } from './job.ts'

/** Names a scenario: one test of one product on one machine. Its newest job is openQA's `latest`. */
export type Scenario = Pick<Job, 'distri' | 'test' | 'flavor' | 'arch' | 'machine'>

/** The distribution that names leave out. */
export const usualDistri = 'fedora'

/** The scenario as text, to compare: `Server-dvd-iso x86_64 install_default@64bit`. */
export function scenarioOf({ distri, test, flavor, arch, machine }: Scenario): string {
  const name = `${word(flavor)} ${word(arch)} ${word(test)}@${word(machine)}`
  return distri === usualDistri ? name : `${word(distri)} ${name}`
}

/** Whether a job has ended. Its result does not tell: a restarted job has a result while it still runs. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return phaseOf(state) === 'ended'
}

/** A name as one word, so that no two scenarios have the same text. */
function word(name: string): string {
  return name.includes(' ') ? name.replaceAll(' ', '\u2423') : name
}
