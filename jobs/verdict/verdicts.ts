/** One verdict on a night. */
interface VerdictRow {
  readonly word: string
  /** What a reader learns from it. */
  readonly means: string
  /** The rule; the first row of a tested compose whose rule applies is its verdict. */
  readonly when: string
}

/** The verdicts on a tested compose, in the order of their rules. */
const ofTests = [
  {
    word: 'broken',
    means: 'a release could not be made of it',
    when: 'a required test failed, or a required image is missing',
  },
  {
    word: 'unknown',
    means: 'nothing required failed, but the results do not justify more',
    when:
      'openQA could not be reached at the end, it has no tests of the compose, tests had not ended in time, ' +
      'or more tests did not run than the configuration allows (`verdict.unknown_not_run`, half of them)',
  },
  {
    word: 'degraded',
    means: 'something got worse that no release needs',
    when:
      'a test fails anew (`verdict.new_failures`, 1), a required test did not run, more tests than usual did not run ' +
      '(`verdict.degraded_not_run`, 5 %), an image is missing that the baseline had, openQA did not take a post, ' +
      'or a result is a word that Nightjar does not know',
  },
  {
    word: 'passed',
    means: 'nothing got worse; old failures of optional tests may be left',
    when: 'nothing of this',
  },
] as const satisfies readonly VerdictRow[]

/** The verdicts on nights without tests. */
const withoutTests = [
  { word: 'absent', means: 'there was no compose', when: 'no compose came in time' },
  {
    word: 'unfinished',
    means: 'the compose could not be tested',
    when: 'no compose was complete in time, or all of them ended DOOMED or TERMINATED',
  },
  {
    word: 'cancelled',
    means: 'a person stopped the night',
    when: 'the night was cancelled before its tests were judged',
  },
  { word: 'neutral', means: 'nothing was due', when: 'Fedora has no Branched release' },
] as const satisfies readonly VerdictRow[]

/** A verdict in one word. `unknown` is also that of a night on which nobody could look for the compose. */
export type VerdictWord = (typeof ofTests)[number]['word'] | (typeof withoutTests)[number]['word']

/** The one table of verdicts: subject, JSON, search attributes, pages and commands use its words. */
export const verdictTable: readonly (VerdictRow & { readonly word: VerdictWord })[] = [
  ...ofTests,
  ...withoutTests,
]

/** Every verdict, those of a tested compose first. */
export const verdictWords: readonly VerdictWord[] = verdictTable.map(({ word }) => word)

/** The verdicts of nights whose compose nobody could judge: to run them again may come to a better one. */
export const unjudged: readonly VerdictWord[] = ['unknown', 'absent', 'unfinished', 'cancelled']
