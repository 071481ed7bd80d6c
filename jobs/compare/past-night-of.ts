import type { BuildJobs } from '../results/build-jobs.ts'
import { flakyJobs } from '../results/flaky.ts'
import type { Baseline } from './compared-test.ts'
import type { PastNight } from './past.ts'

/** A night whose jobs are known, for one that is compared with it. */
export function pastNightOf(night: Baseline, jobs: BuildJobs): PastNight {
  const flaky = new Set(flakyJobs(jobs).map(({ id }) => id))
  const tests = jobs.latest.map(({ id, distri, test, flavor, arch, machine, standing, failedModules }) => ({
    distri,
    test,
    flavor,
    arch,
    machine,
    standing,
    flaky: flaky.has(id),
    failedModules,
  }))
  return { ...night, tests }
}
