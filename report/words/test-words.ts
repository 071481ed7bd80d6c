import type { TestClass } from '../../jobs/compare/test-class.ts'
import { classOf } from '../../jobs/results/job-result.ts'
import { classWords } from '../class-words.ts'
import { counted, listed } from '../counted.ts'
import { minuteOf } from '../minute.ts'
import { acceptedWords } from '../orders/order-words.ts'
import type { TestLine } from '../report.ts'
import { shortCompose } from '../short-compose.ts'

/** How often and where a test failed; empty where there is nothing to say. */
export function howItFailed({ failedModules, failedTries, job }: TestLine): string {
  const where = failedModules.length > 0 ? `in ${listed(failedModules, 5)}` : ''
  const reason = job?.reason ?? ''
  if (job?.standing !== 'failed') return where === '' ? reason : where
  const times = 1 + failedTries.filter(({ result }) => classOf(result) === 'failed').length
  const howOften = times > 2 ? `failed ${times} times` : times === 2 ? 'failed twice' : 'failed'
  if (where !== '') return `${howOften} ${where}`
  return reason === '' ? howOften : `${howOften}, ${reason}`
}

/** How a test failed that a person took out of the verdict, and what they said. */
export function acceptedFacts(test: TestLine): string {
  const words = test.accepted === null ? '' : acceptedWords(test.accepted)
  return [howItFailed(test), words].filter((fact) => fact !== '').join('; ')
}

/** What else there is to say about a test. */
export function otherFacts({
  otherModules,
  failsElsewhere,
  bugs,
  flakes,
  acceptanceEnded,
}: TestLine): readonly string[] {
  const facts = [
    acceptanceEnded ? 'acceptance ended' : '',
    otherModules.length > 0 ? `before that it failed in ${listed(otherModules)}` : '',
    failsElsewhere ? 'it fails on the other stream, too' : '',
    bugs.length > 0 ? `known: ${listed(bugs)}` : '',
    flakes === null || flakes.nights === 1
      ? ''
      : `flaky on ${flakes.flaky} of the last ${flakes.nights} nights`,
  ]
  return facts.filter((fact) => fact !== '')
}

/** Why a test has no result. */
export function whyNotRun({ job, absence }: TestLine): string {
  if (job === null) return absence
  switch (job.standing) {
    case 'broken':
      return `ended ${job.result}${job.reason === '' ? '' : `, ${job.reason}`}`
    case 'stopped':
      return 'cancelled before the end'
    case 'skipped':
      return 'skipped, because another test did not pass'
    case 'passed':
    case 'softfailed':
    case 'failed':
    case 'unfinished':
    case 'unknown':
      return `ended ${job.result}`
    default:
      return job.standing satisfies never
  }
}

/** `failed since 20261120.n.0 (3 nights)`, of a fixed test; empty where that is not known. */
export function howLongItHadFailed({ failing }: TestLine): string {
  return failing === null ? '' : `failed since ${shortCompose(failing.since)} (${nightsOf(failing)})`
}

/** `since 20261120.n.0 (3 nights)`: how long a test fails. */
export function sinceWhen({ failing }: TestLine): string {
  if (failing === null) return 'since when is not known'
  const isTonight = failing.nights === 1 && !failing.orEarlier
  return `since ${shortCompose(failing.since)} (${isTonight ? 'tonight' : nightsOf(failing)})`
}

function nightsOf({ nights, orEarlier }: NonNullable<TestLine['failing']>): string {
  return `${counted(nights, 'night')}${orEarlier ? ' or more' : ''}`
}

/** The compose with which a test began to fail; empty where that is not known. */
export function sinceOf({ failing }: TestLine): string {
  return failing?.since ?? ''
}

/** Until when Nightjar waits for tests that had not ended. */
export function waitWords(watchedUntil: string | null): string {
  return watchedUntil === null
    ? 'Nightjar does not wait any longer.'
    : `Nightjar waits until ${minuteOf(watchedUntil)}, and then amends this report.`
}

/** `15 tests, 10 of them required`. */
export function howMany(tests: readonly TestLine[]): string {
  const required = tests.filter((test) => test.required).length
  const all = counted(tests.length, 'test')
  if (required === 0) return all
  return required === tests.length ? `${all}, required` : `${all}, ${required} of them required`
}

/** The head of a section of tests of one class. */
export function headOf(kind: TestClass, count: number, nights: number): string {
  const { heading } = classWords[kind]
  const last = nights === 1 ? 'night' : `${nights} nights`
  const looked = kind === 'never-passed' && nights > 0 ? ` in the last ${last}` : ''
  return `${heading}${looked} (${count})`
}
