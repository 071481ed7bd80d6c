import { counted, listed } from '../counted.ts'
import type { TestLine } from '../report.ts'
import { shortCompose } from '../short-compose.ts'

/** What there is to say about a test beside its name, in one line. */
export function factsOf(test: TestLine): string {
  return [standingOf(test), ...otherFacts(test)].filter((fact) => fact !== '').join('; ')
}

/** Why a test has no result. */
export function causeOf({ job, absence }: TestLine): string {
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

/** `(3 nights or more)`: how long a test fails. */
export function nightsOf({ class: kind, failing }: Pick<TestLine, 'class' | 'failing'>): string {
  if (kind !== 'fixed' && failing?.nights === 1 && !failing.orEarlier) return '(tonight)'
  return failing === null ? '' : `(${counted(failing.nights, 'night')}${failing.orEarlier ? ' or more' : ''})`
}

function standingOf(test: TestLine): string {
  const { class: kind, failing, job } = test
  if (kind === 'unfinished') return job?.state ?? 'no job'
  if (kind === 'flaky') return 'passed when tried again'
  if (kind === 'fixed')
    return failing === null ? 'passed' : `failed since ${shortCompose(failing.since)} ${nightsOf(test)}`
  return howItFailed(test)
}

function howItFailed({ class: kind, failedModules, failedTries, job }: TestLine): string {
  const where = failedModules.length > 0 ? `in ${listed(failedModules, 5)}` : (job?.reason ?? '')
  const failed = failedTries.length > 0 ? 'failed twice' : 'failed'
  return [kind === 'soft' ? 'failed softly' : failed, where].filter((word) => word !== '').join(' ')
}

function otherFacts({
  class: kind,
  isNew,
  otherModules,
  failsElsewhere,
  bugs,
  flakes,
}: TestLine): readonly string[] {
  return [
    kind === 'soft' && isNew ? 'new' : '',
    otherModules.length > 0 ? `the last time in ${listed(otherModules)}` : '',
    failsElsewhere ? 'it fails on the other stream, too' : '',
    bugs.length > 0 ? `known: ${listed(bugs)}` : '',
    flakes === null || flakes.nights === 1
      ? ''
      : `flaky on ${flakes.flaky} of the last ${flakes.nights} nights`,
  ]
}
