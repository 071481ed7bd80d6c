import type { NightFacts } from './facts.ts'
import type { Report } from './report.ts'

/** What only a person can make sense of: guesses, words of openQA that are newer than Nightjar, posts of unknown outcome. */
export function attentionOf(
  { tests, posts }: Pick<Report, 'tests' | 'posts'>,
  { warnings, refusedRestarts }: Pick<NightFacts, 'warnings' | 'refusedRestarts'>,
): readonly string[] {
  return [
    ...warnings,
    ...tests.unknown.map(
      ({ test, flavor, arch, state, result }) =>
        `${test} (${flavor} ${arch}) is "${state}" with the result "${result}", which Nightjar does not know`,
    ),
    ...refusedRestarts.map(({ scenario, why }) => `openQA refused to restart ${scenario}: ${why}`),
    ...posts.vanished.map(({ flavor, arch, why }) => `${flavor} ${arch}: ${why}`),
    ...posts.unknown.map(
      ({ flavor, arch, why }) => `whether ${flavor} ${arch} was posted to openQA never became known: ${why}`,
    ),
  ]
}
