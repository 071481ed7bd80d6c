import type { NightFacts } from './facts.ts'
import type { Report } from './report.ts'
import { linesOf } from './tests.ts'

/** The summary counts them all. */
const mostUnknown = 20

/**
 * What a person must look at: guesses, words of openQA that are unknown here, posts of unknown outcome.
 * @param misspelt patterns of required tests that name no test
 */
export function attentionOf(
  misspelt: readonly string[],
  { tests, posts, comparison }: Pick<Report, 'tests' | 'posts' | 'comparison'>,
  {
    warnings,
    refusedRestarts,
    awaited,
    jobs,
  }: Pick<NightFacts, 'warnings' | 'refusedRestarts' | 'awaited' | 'jobs'>,
): readonly string[] {
  return [
    ...warnings,
    ...misspelt.map(
      (pattern) =>
        `required test "${pattern}" names no test of tonight or of the nights before: check required_tests`,
    ),
    ...(comparison?.unknown == null
      ? []
      : [`the nights before are not known, so no failure is called new or old: ${comparison.unknown}`]),
    ...linesOf(tests, 'unknown')
      .slice(0, mostUnknown)
      .map(
        ({ test, flavor, arch, job }) =>
          `${test} (${flavor} ${arch}) is "${job?.state}" with the result "${job?.result}", which Nightjar does not know`,
      ),
    ...(awaited === 'unreachable' && jobs.latest.length > 0
      ? ['openQA could not be reached at the end: these are the results of the last look']
      : []),
    ...refusedRestarts.map(({ scenario, why }) => `openQA refused to restart ${scenario}: ${why}`),
    ...posts.vanished.map(({ flavor, arch, why }) => `${flavor} ${arch}: ${why}`),
    ...posts.unknown.map(
      ({ flavor, arch, why }) => `it is not known whether ${flavor} ${arch} was posted to openQA: ${why}`,
    ),
  ]
}
