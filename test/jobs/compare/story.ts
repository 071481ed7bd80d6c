import { notAccepted } from '../../../compose/expected/acceptance-state.ts'
import { compare, type CompareInput } from '../../../jobs/compare/compare.ts'
import type { ComparedTest, Comparison } from '../../../jobs/compare/compared-test.ts'
import { pastNightOf } from '../../../jobs/compare/past-night-of.ts'
import type { PastNight } from '../../../jobs/compare/past.ts'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { jobOf } from '../job-of.ts'

/** The test that a story tells of. */
export const told = 'told'

/** The id of tonight's job of it; a second try has the next. */
export const toldId = 100

/** A test of another (flavor, arch) that passes every night. */
const other = jobOf({ id: 1, test: 'always_there', flavor: 'universal' })

/** The compose of a night so many nights ago. */
export function composeBefore(nights: number): string {
  return `compose-${nights}`
}

/** An earlier night with these jobs. */
export function nightBefore(nights: number, jobs: readonly Job[]): PastNight {
  const night = { run: `run-${nights}`, edition: 1, compose: composeBefore(nights), date: null }
  return pastNightOf(night, buildJobs(jobs))
}

/** What is compared where nothing else is said: tonight's jobs, and no night before. */
export function input(jobs: readonly Job[], otherwise: Partial<CompareInput> = {}): CompareInput {
  return {
    compose: composeBefore(0),
    jobs: buildJobs(jobs),
    sawAll: true,
    bugs: {},
    past: { kind: 'known', nights: [] },
    isRequired: () => false,
    failedElsewhere: [],
    acceptance: () => notAccepted,
    whyAbsent: () => null,
    absenceAcceptance: () => notAccepted,
    ...otherwise,
  }
}

/** What a story says, night by night: the first letter is the oldest night, the last is tonight. */
export function comparisonIn(story: string, otherwise: Partial<CompareInput> = {}): Comparison {
  const letters = story.split('').toReversed()
  const nights = letters.slice(1).map((letter, nth) => nightBefore(nth + 1, [other, ...lettered(letter)]))
  const tonight = [other, ...lettered(letters[0] ?? '-')]
  return compare(input(tonight, { past: { kind: 'known', nights }, ...otherwise }))
}

/** The told test of a story, beside the nights before. @throws Error if it is not there */
export function toldIn(story: string, otherwise: Partial<CompareInput> = {}): ComparedTest {
  const found = comparisonIn(story, otherwise).tests.find(({ test }) => test === told)
  if (found === undefined) throw new Error(`the comparison does not have the test ${told}`)
  return found
}

const jobsByLetter: Readonly<Record<string, Partial<Job>>> = {
  p: {},
  s: { result: 'softfailed' },
  f: { result: 'failed', failedModules: ['_boot'] },
  g: { result: 'failed', failedModules: ['_login'] },
  b: { result: 'failed', failedModules: ['_login', '_boot'] },
  u: { result: 'failed' },
  i: { result: 'incomplete', failedModules: ['_login'] },
  n: { state: 'cancelled', result: 'skipped' },
  c: { state: 'cancelled', result: 'user_cancelled' },
  r: { state: 'running', result: 'none' },
  x: { result: 'transcended' },
  o: { state: 'hibernating' },
}

/**
 * `p` passed, `s` soft failed, `f` failed in `_boot`, `g` in `_login`, `b` in both, `u` in unknown modules,
 * `k` passed when tried again, `t` failed softly then, `i` incomplete, `n` skipped, `c` cancelled, `r` runs,
 * `x` has an unknown result, `o` an unknown state, `-` is not there.
 */
function lettered(letter: string): readonly Job[] {
  if (letter === '-') return []
  const job = { id: toldId, test: told }
  const result = { k: 'passed', t: 'softfailed' }[letter]
  if (result !== undefined)
    return [
      jobOf({ ...job, result: 'failed', cloneId: toldId + 1 }),
      jobOf({ ...job, id: toldId + 1, result }),
    ]
  const what = jobsByLetter[letter]
  if (what === undefined) throw new Error(`no night of a story is called ${letter}`)
  return [jobOf({ ...job, ...what })]
}
