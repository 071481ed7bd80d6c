import * as fc from 'fast-check'
import type { PastNight, PastTest } from '../../../jobs/compare/past.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { scenarioOf, type Scenario } from '../../../jobs/results/lineage.ts'
import { standings } from '../../../jobs/results/standing.ts'
import { jobOf } from '../job-of.ts'
import { composeBefore } from './story.ts'

/** Few names, so that nights often have the same tests. */
const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  distri: fc.constantFrom('fedora', 'fedora', 'eln'),
  test: fc.constantFrom('install_a', 'base_b'),
  flavor: fc.constantFrom('Server-dvd-iso', 'KDE-live-iso'),
  arch: fc.constantFrom('x86_64', 'aarch64'),
  machine: fc.constant('64bit'),
})

const someModules = fc.subarray(['_boot', '_login', '_shell'])

const pastTest: fc.Arbitrary<PastTest> = fc
  .tuple(anyScenario, fc.constantFrom(...standings), fc.boolean(), someModules)
  .map(([scenario, standing, flaky, modules]) => {
    const passes = standing === 'passed' || standing === 'softfailed'
    return { ...scenario, standing, flaky: passes && flaky, failedModules: passes ? [] : modules }
  })

const pastTests = fc.uniqueArray(pastTest, { maxLength: 8, selector: scenarioOf })

/** Nights before, the latest first. */
export const pastNights: fc.Arbitrary<readonly PastNight[]> = fc
  .array(pastTests, { maxLength: 6 })
  .map((nights) =>
    nights.map((tests, nth) => {
      const before = nth + 1
      return { run: `run-${before}`, edition: 1, compose: composeBefore(before), date: null, tests }
    }),
  )

const results = ['passed', 'softfailed', 'failed', 'failed', 'incomplete', 'skipped', 'none', 'odd']

/** Jobs of tonight, some of them tried again. */
export const tonightsJobs: fc.Arbitrary<readonly Job[]> = fc
  .array(
    fc.tuple(
      anyScenario,
      fc.constantFrom(...results),
      fc.constantFrom('done', 'done', 'done', 'cancelled', 'running', 'odd'),
      someModules,
    ),
    { maxLength: 10 },
  )
  .map((jobs) =>
    jobs.map(([scenario, result, state, failedModules], nth) =>
      jobOf({ ...scenario, id: nth + 1, result, state, failedModules }),
    ),
  )

/** The same values in another order. */
export function reordered<Value>(values: readonly Value[]): fc.Arbitrary<readonly Value[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length })
}
