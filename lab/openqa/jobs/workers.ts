import { newComment } from '../comments.ts'
import { markDone, settleAftermath, unblock, type Aftermath } from './end.ts'
import { hangs, minutesOf, outcomeOf, scriptOf } from './outcome.ts'
import { isFinal, isOk, linked, type LabJob, type OpenQaState } from '../state.ts'
import type { JobScript, Minute } from '../../script.ts'

/** The machines that run the lab's jobs. */
export interface Workers {
  readonly count: number
  /** Lab minutes that a job usually takes. */
  readonly jobMinutes: Minute
  /** Lab minutes from a job's end to its automatic clone. openQA is faster, but not atomic either. */
  readonly cloneAfter: Minute
  outcomes(build: string): readonly JobScript[]
  /** The date of a minute of lab time. */
  dateAt(minute: Minute): Date
}

/** Runs the jobs up to a minute of lab time. */
export function work(openqa: OpenQaState, workers: Workers, until: Minute): void {
  startWhatCan(openqa, workers)
  for (;;) {
    const next = earliest(openqa.open)
    if (next?.due == null || next.due.at > until) break
    moveTo(openqa, workers, next.due.at)
    happen(openqa, workers, next, next.due.what)
    startWhatCan(openqa, workers)
  }
  moveTo(openqa, workers, until)
}

function moveTo(openqa: OpenQaState, workers: Workers, minute: Minute): void {
  openqa.now = Math.max(openqa.now, minute)
  for (const job of openqa.open) {
    if (job.due?.what === 'finish') job.state = stateAt(job, job.due.at, openqa.now, workers)
  }
}

function earliest(jobs: Iterable<LabJob>): LabJob | null {
  let first: LabJob | null = null
  for (const job of jobs) if (job.due && (first?.due == null || job.due.at < first.due.at)) first = job
  return first
}

function happen(
  openqa: OpenQaState,
  workers: Workers,
  job: LabJob,
  what: 'finish' | 'give-up' | 'clone',
): void {
  const at = workers.dateAt(openqa.now)
  switch (what) {
    case 'finish':
      finish(openqa, workers, job, at)
      break
    case 'give-up':
      letGo(openqa, job, at)
      break
    case 'clone':
      job.due = null
      openqa.open.delete(job)
      settleAftermath(openqa, job, { restarts: true, stops: true }, at)
      break
  }
}

function finish(openqa: OpenQaState, workers: Workers, job: LabJob, at: Date): void {
  const script = scriptOf(workers.outcomes(job.settings['BUILD'] ?? ''), job.settings)
  const { modules, ...ending } = outcomeOf(openqa, job, script)
  job.modules = modules
  publish(openqa, job, ending.result)
  const after: Aftermath = markDone(openqa, job, ending, at)
  if (script?.bug !== undefined && !isOk(job)) {
    job.comments.push(newComment(openqa, script.bug, 'system', at))
  }
  if (!after.restarts) return settleAftermath(openqa, job, after, at)
  job.due = { at: openqa.now + workers.cloneAfter, what: 'clone' }
  openqa.open.add(job)
}

/** Makes a job's stored files available to later jobs. */
function publish(openqa: OpenQaState, { settings }: LabJob, result: string): void {
  if (result !== 'passed' && result !== 'softfailed') return
  for (const [key, name] of Object.entries(settings)) {
    if (/^(FORCE_)?(STORE|PUBLISH)_HDD_\d+$/.test(key)) openqa.files.add(`hdd/${name}`)
  }
}

/** The worker has given up a cancelled job, which is done now. */
function letGo(openqa: OpenQaState, job: LabJob, at: Date): void {
  job.state = 'done'
  if (job.result.endsWith('_restarted')) job.reason ??= 'abort'
  job.finishedAt = at
  job.due = null
  openqa.open.delete(job)
  unblock(openqa, job)
}

/** Starts the jobs that are not blocked, parallel partners together, while there are free workers. */
function startWhatCan(openqa: OpenQaState, workers: Workers): void {
  let free = workers.count - [...openqa.open].filter(({ due }) => due?.what === 'finish').length
  for (const job of openqa.open) {
    if (free <= 0) return
    const team = teamOf(openqa, job)
    if (team.length > free || !team.every((member) => canStart(openqa, member))) continue
    for (const member of team) start(openqa, workers, member)
    free -= team.length
  }
}

function teamOf(openqa: OpenQaState, job: LabJob, team: LabJob[] = []): readonly LabJob[] {
  if (team.includes(job)) return team
  team.push(job)
  for (const partner of linked(openqa, [...job.parents, ...job.children], 'Parallel')) {
    if (!isFinal(partner)) teamOf(openqa, partner, team)
  }
  return team
}

/** Jobs of the class `nobody` wait forever: no worker has this class. */
function canStart(openqa: OpenQaState, job: LabJob): boolean {
  const ready = job.state === 'scheduled' && job.due === null && job.blockedById === null
  const parentsOk = linked(openqa, job.parents, 'Chained', 'Directly chained').every(isOk)
  return ready && parentsOk && !(job.settings['WORKER_CLASS'] ?? '').split(',').includes('nobody')
}

function start(openqa: OpenQaState, workers: Workers, job: LabJob): void {
  const script = scriptOf(workers.outcomes(job.settings['BUILD'] ?? ''), job.settings)
  const minutes = hangs(openqa, job, script) ? Number.POSITIVE_INFINITY : minutesOf(job, workers.jobMinutes)
  job.due = { at: openqa.now + minutes, what: 'finish' }
  job.startedAt = workers.dateAt(openqa.now)
  job.workerId = 1 + (job.id % workers.count)
  job.state = 'assigned'
}

/** A job is assigned, then set up, then runs, then uploads its results. */
function stateAt(job: LabJob, endsAt: Minute, now: Minute, { jobMinutes }: Workers): string {
  const left = endsAt - now
  if (left === Number.POSITIVE_INFINITY) return 'running'
  const gone = minutesOf(job, jobMinutes) - left
  if (gone < jobMinutes * 0.01) return 'assigned'
  if (gone < jobMinutes * 0.03) return 'setup'
  return left < jobMinutes * 0.03 ? 'uploading' : 'running'
}
