import { cloneCluster } from './clone.ts'
import { clusterOf } from '../products/cluster.ts'
import { updateBlocked } from './job.ts'
import { isExecuting, isOk, linked, type LabJob, type OpenQaState } from '../state.ts'

/** How a job ends: its result (incomplete by default), and why. */
export interface JobEnd {
  readonly result?: string
  readonly reason?: string
}

/** What openQA still has to do after it wrote the end of a job. */
export interface Aftermath {
  /** openQA itself restarts the job. */
  readonly restarts: boolean
  /** openQA stops the jobs that depend on it. */
  readonly stops: boolean
}

/** Reasons for which openQA itself restarts an incomplete job. */
const autoClone =
  /^(cache failure: |terminated prematurely: |api failure: Failed to register .* 503|backend died: .*VNC)/

/**
 * Ends a job at once. Jobs that waited for it are unblocked or stopped, and it is restarted if openQA does
 * so. A result that the job already has stays.
 */
export function endJob(openqa: OpenQaState, job: LabJob, ending: JobEnd, at: Date): void {
  settleAftermath(openqa, job, markDone(openqa, job, ending, at), at)
}

/** The first half of an end: the job is done, but its clone, if any, does not exist yet. */
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

/** The second half: openQA restarts the job, or stops the jobs that depend on it. */
export function settleAftermath(openqa: OpenQaState, job: LabJob, after: Aftermath, at: Date): void {
  if (after.restarts) startAgain(openqa, job, at)
  if (after.stops) stopOthers(openqa, job, at)
}

/** The result and the reason of a cancelled job. */
export interface Cancellation {
  readonly result: 'user_cancelled' | 'obsoleted'
  readonly reason: string | null
}

/** Cancels a job without a result, and the jobs that depend on it. */
export function cancelJob(openqa: OpenQaState, job: LabJob, why: Cancellation, at: Date): void {
  if (job.result === 'none') cancelAnyway(openqa, job, why, at)
}

/**
 * Cancels jobs that were pending. Like openQA, it does not check again before each job: a child that was
 * skipped with its parent is cancelled and counted a second time.
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

/** Makes the worker of a job give it up shortly. */
export function giveUp(openqa: OpenQaState, job: LabJob): void {
  job.due = { at: openqa.now + 0.2, what: 'give-up' }
}

/** How many earlier tries a job has. */
export function triesBefore(openqa: OpenQaState, { originId }: LabJob): number {
  const origin = originId === null ? undefined : openqa.jobs.get(originId)
  return origin ? 1 + triesBefore(openqa, origin) : 0
}

/** Stops the jobs that depend on a failed job: children are skipped, running parallel partners fail. */
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

/** A running job is cancelled now, and done when its worker gives it up. */
function stop(openqa: OpenQaState, job: LabJob, at: Date): void {
  if (isExecuting(job)) giveUp(openqa, job)
  else openqa.open.delete(job)
  job.state = 'cancelled'
  job.finishedAt = at
}

/** A reason is set together with the result, or if there is none yet. */
function reasonOf(job: LabJob, result: string, { reason }: JobEnd): string | null {
  if (reason !== undefined && (job.result === 'none' || job.reason === null)) return reason
  if (reason === undefined && job.reason === null && result === 'incomplete') {
    return 'no test modules scheduled/uploaded'
  }
  return job.reason
}

/** Unblocks the jobs that wait for a finished job. */
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

/** `RETRY` may have a description: `2:flaky network`. */
function retryLimit({ settings }: LabJob): number {
  const limit = Number((settings['RETRY'] ?? '0').replace(/:.*/, ''))
  return Number.isNaN(limit) ? 0 : limit
}
