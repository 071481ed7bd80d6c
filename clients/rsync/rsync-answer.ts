import { ClientFailure, type FailureKind } from '../failure.ts'
import type { GroupEnd } from '../process-group.ts'

/**
 * The answer to a listing. `listed`: complete. `absent`: there is no such folder. `partial`: the folder could
 * not be read completely, so its list has gaps.
 */
export type RsyncAnswer =
  | { readonly kind: 'listed' }
  | { readonly kind: 'absent'; readonly said: string }
  | { readonly kind: 'partial'; readonly said: string }

/** The outcome of one call of rsync, from its exit code and, if needed, its stderr. */
export type RsyncOutcome =
  | RsyncAnswer
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly said: string }

const whatCodesMean: ReadonlyMap<number, string> = new Map([
  [10, 'no connection'],
  [12, 'the server broke off'],
  [20, 'a signal ended it'],
  [24, 'files vanished while they were listed'],
  [30, 'the server fell silent'],
  [35, 'no connection in time'],
])

const whatEndsMean: Readonly<Record<Exclude<GroupEnd['kind'], 'exited'>, readonly [FailureKind, string]>> = {
  killed: ['unreachable', 'rsync was killed'],
  deadline: ['unreachable', 'not listed whole before the deadline'],
  cancelled: ['unreachable', 'the call was cancelled'],
  'too-much': ['garbled', 'the list is too long; name a narrower folder'],
  'not-installed': ['refused', 'the program rsync is not installed; apt-get or dnf install rsync'],
}

/** Interprets the end of rsync by its manual. An unknown code means `unreachable`. */
export function rsyncOutcome(end: GroupEnd, url: string): RsyncOutcome {
  if (end.kind === 'exited') return exited(end.code, end.bytes, complaint(end.stderr), url)
  const [failure, why] = whatEndsMean[end.kind]
  return failed(failure, `${url}: ${why}`)
}

/** The answer in an outcome. @throws ClientFailure for a failed outcome. */
export function answerOf(outcome: RsyncOutcome): RsyncAnswer {
  if (outcome.kind !== 'failed') return outcome
  throw new ClientFailure(outcome.failure, 'rsync', outcome.said)
}

function exited(code: number, bytes: number, said: string, url: string): RsyncOutcome {
  const told = `${url}: ${said || `exit ${code}`}`
  if (code === 0) return { kind: 'listed' }
  if (code === 23) return incomplete(bytes, told)
  if (code === 5) return failed(unwelcome(told), told)
  if (code <= 4) return failed('refused', `${told}; this rsync may be too old for the options used`)
  return failed('unreachable', `${told} (${whatCodesMean.get(code) ?? `exit ${code}`})`)
}

/** Code 23 only says that something is missing: the folder itself, or a part of it. */
function incomplete(bytes: number, told: string): RsyncAnswer {
  const gone = /(?:change_dir|link_stat) .*failed: No such file or directory/.test(told)
  return gone && bytes === 0 ? { kind: 'absent', said: told } : { kind: 'partial', said: told }
}

/** Code 5: the server refused. Only its message tells whether it is full now or refuses for good. */
function unwelcome(told: string): FailureKind {
  if (/max connections|try again later/i.test(told)) return 'unreachable'
  return told.includes('rather than greeting') ? 'garbled' : 'refused'
}

function failed(failure: FailureKind, said: string): RsyncOutcome {
  return { kind: 'failed', failure, said }
}

/** The first line that is not rsync's own summary. */
function complaint(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim())
  const first = lines.find((line) => line !== '' && !line.startsWith('rsync error:'))
  return (first ?? lines.find((line) => line !== '') ?? '').slice(0, 300)
}
