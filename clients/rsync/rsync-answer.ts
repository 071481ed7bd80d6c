import { ClientFailure, type FailureKind } from '../failure.ts'
import type { GroupEnd } from '../process-group.ts'

/**
 * What a listing that was answered turned out to be: `listed` whole; `absent` the folder is not there;
 * `partial` it is there but not all of it could be read, so that what was listed is no list of it.
 */
export type RsyncAnswer =
  | { readonly kind: 'listed' }
  | { readonly kind: 'absent'; readonly said: string }
  | { readonly kind: 'partial'; readonly said: string }

/** What one call of rsync came to, read from its exit code and, where that says too little, its stderr. */
export type RsyncOutcome =
  | RsyncAnswer
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly said: string }

const whatCodesMean: ReadonlyMap<number, string> = new Map([
  [10, 'no connection'],
  [12, 'the server broke off'],
  [20, 'it was ended from outside'],
  [24, 'files vanished while they were listed'],
  [30, 'the server fell silent'],
  [35, 'no connection in time'],
])

const whatEndsMean: Readonly<Record<Exclude<GroupEnd['kind'], 'exited'>, readonly [FailureKind, string]>> = {
  killed: ['unreachable', 'rsync was killed'],
  deadline: ['unreachable', 'not listed whole before the deadline'],
  cancelled: ['unreachable', 'the call was cancelled'],
  'too-much': ['garbled', 'a longer list than it should be; name a narrower folder'],
  'not-installed': ['refused', 'the program rsync is not installed; apt-get or dnf install rsync'],
}

/** Reads an end of rsync by its manual. A code that is not known is `unreachable`, since nothing was learnt. */
export function rsyncOutcome(end: GroupEnd, url: string): RsyncOutcome {
  if (end.kind === 'exited') return exited(end.code, end.bytes, complaint(end.stderr), url)
  const [failure, why] = whatEndsMean[end.kind]
  return failed(failure, `${url}: ${why}`)
}

/** The outcome as clients give it. @throws ClientFailure for an outcome that is no answer. */
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

/** 23 alone says only that something is missing: the folder itself, or a part of it. */
function incomplete(bytes: number, told: string): RsyncAnswer {
  const gone = /(?:change_dir|link_stat) .*failed: No such file or directory/.test(told)
  return gone && bytes === 0 ? { kind: 'absent', said: told } : { kind: 'partial', said: told }
}

/** 5 is a server that says no, and only its words tell a full one from one that never will. */
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
