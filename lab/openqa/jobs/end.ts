import { cloneCluster } from './clone.ts'
import { clusterOf } from '../products/cluster.ts'
import { updateBlocked } from './job.ts'
import { isExecuting, isOk, linked, type LabJob, type OpenQaState } from '../state.ts'

/** How a job ends: its result (incomplete where none is said), and why. */
export interface JobEnd {
  readonly result?: string
  readonly reason?: string
}

/** What openQA still has to do about a job that it wrote the end of. */
export interface Aftermath {
  /** The job is started again by openQA itself. */
  readonly restarts: boolean
  /** What depends on it is stopped. */
  readonly stops: boolean
}

/** Reasons for which openQA starts an incomplete job again by itself. */
const autoClone =
  /^(cache failure: |terminated prematurely: |api failure: Failed to register .* 503|backend died: .*VNC)/

/**
 * Ends a job at once: it is done, what waited for it is freed or stopped, and it is started again where openQA does so.
 * The result of a job that has one already stays.
 */
export function endJob(openqa: OpenQaState, job: LabJob, ending: JobEnd, at: Date): void {
  settleAftermath(openqa, job, markDone(openqa, job, ending, at), at)
}

/** The first half of an end, as openQA writes it: the job is done, and its clone, if there is to be one, not there yet. */
export function markDone(openqa: OpenQaState, job: LabJob, ending: JobEnd, at: Date): Aftermath {
  const result = ending.result ?? 'incomplete'
  const decides = job.result === 'none'
  const reason = reasonOf(job, result, ending)
  if (decides) job.result = result
  if (reason !== null) job.reason = reason.slice(0, 300)
  job.state = 'done'
  job.finishedAt ??= at
  job.due = null
  openqa.open.delete(job)
  unblock(openqa, job)
  const broke = result === 'incomplete' && reason !== null && autoClone.test(reason)
  return { restarts: broke || (!isOk(job) && retries(openqa, job)), stops: decides && !isOk(job) }
}

/** The second half: the clone of a job that openQA starts again by itself, and the end of what cannot go on. */
export function settleAftermath(openqa: OpenQaState, job: LabJob, after: Aftermath, at: Date): void {
  if (after.restarts) startAgain(openqa, job, at)
  if (after.stops) stopOthers(openqa, job, at)
}

/** Why and as what a job is cancelled. */
export interface Cancellation {
  readonly result: 'user_cancelled' | 'obsoleted'
  readonly reason: string | null
}

/** Cancels a job, if it has no result yet, and what hangs on it. */
export function cancelJob(openqa: OpenQaState, job: LabJob, why: Cancellation, at: Date): void {
  if (job.result === 'none') cancelAnyway(openqa, job, why, at)
}

/**
 * Cancels jobs that were all pending a moment ago. openQA does not look again before each: a child that was skipped
 * with its parent meanwhile is cancelled once more, and counted once more.
 * @returns how many were stopped, as openQA counts
 */
export function cancelJobs(
  openqa: OpenQaState,
  jobs: readonly LabJob[],
  why: Cancellation,
  at: Date,
): number {
  return jobs.reduce((count, job) => count + cancelAnyway(openqa, job, why, at), 0)
}

function cancelAnyway(openqa: OpenQaState, job: LabJob, { result, reason }: Cancellation, at: Date): number {
  job.result = result
  job.reason = reason
  stop(openqa, job, at)
  return 1 + stopOthers(openqa, job, at)
}

/** Has the worker of a job let go of it, a moment from now. */
export function giveUp(openqa: OpenQaState, job: LabJob): void {
  job.due = { at: openqa.now + 0.2, what: 'give-up' }
}

/** How often a job's place was taken before it. */
export function triesBefore(openqa: OpenQaState, { originId }: LabJob): number {
  const origin = originId === null ? undefined : openqa.jobs.get(originId)
  return origin ? 1 + triesBefore(openqa, origin) : 0
}

/** What hangs on a job that was not ok: children are skipped, parallel partners that run already fail with it. */
function stopOthers(openqa: OpenQaState, job: LabJob, at: Date): number {
  const others = [...clusterOf(openqa, job, { purpose: 'stop' }).values()]
    .map((member) => member.job)
    .filter((other) => other !== job && other.result === 'none')
  for (const other of others) {
    const runs = isExecuting(other) && other.state !== 'assigned'
    other.result = runs ? 'parallel_failed' : 'skipped'
    if (runs) giveUp(openqa, other)
    else stop(openqa, other, at)
  }
  return others.length
}

/** A job that a worker has is cancelled now, and done when the worker lets go of it. */
function stop(openqa: OpenQaState, job: LabJob, at: Date): void {
  if (isExecuting(job)) giveUp(openqa, job)
  else openqa.open.delete(job)
  job.state = 'cancelled'
  job.finishedAt = at
}

/** A reason is taken while there is none, or with the result. */
function reasonOf(job: LabJob, result: string, { reason }: JobEnd): string | null {
  if (reason !== undefined && (job.result === 'none' || job.reason === null)) return reason
  if (reason === undefined && job.reason === null && result === 'incomplete') {
    return 'no test modules scheduled/uploaded'
  }
  return job.reason
}

/** Frees what waits for a job that is done. */
export function unblock(openqa: OpenQaState, job: LabJob): void {
  const children = linked(openqa, job.children, 'Chained', 'Directly chained')
  const partners = children.flatMap((child) => [
    ...linked(openqa, child.parents, 'Parallel'),
    ...linked(openqa, child.children, 'Parallel'),
  ])
  for (const other of [...children, ...partners]) {
    if (other.blockedById === job.id) updateBlocked(openqa, other)
  }
}

function startAgain(openqa: OpenQaState, job: LabJob, at: Date): void {
  const limit = retryLimit(job)
  if (limit > 0) {
    const tries = triesBefore(openqa, job)
    const text = `Restarting because RETRY is set to ${limit} (and only restarted ${tries} times so far)`
    job.comments.push({ id: ++openqa.comments, text, user: 'system', at })
  }
  cloneCluster(openqa, job, {}, at)
}

function retries(openqa: OpenQaState, job: LabJob): boolean {
  return triesBefore(openqa, job) < retryLimit(job)
}

/** `RETRY` may carry a description: `2:flaky network`. */
function retryLimit({ settings }: LabJob): number {
  const limit = Number((settings['RETRY'] ?? '0').replace(/:.*/, ''))
  return Number.isNaN(limit) ? 0 : limit
}
