import type { NightEnd, NightResult } from './night-run.ts'
import { awaitJobs } from './stages/await-jobs.ts'
import type { NightContext } from './night-context.ts'
import { now } from './now.ts'
import { readyCompose, type Ready } from './stages/ready-compose.ts'
import { watchRespins } from './respins/watch-respins.ts'
import { schedule, type Planned } from './stages/schedule.ts'
import { stageNames, type StageName } from './stage.ts'

/** How the stages before the report ended; `covered`: another run tests and reports on the compose. */
export type Played = NightEnd | { readonly covered: NightResult }

/**
 * Plays the stages from one on, up to the report.
 * @param before how the night had ended, for the stages that are not played again
 */
export async function play(context: NightContext, from: StageName, before: NightEnd | null): Promise<Played> {
  const ready = await readied(context, from, before)
  if (ready.kind === 'none') return ready
  const planned = await plannedPosts(context, from, before, ready)
  if ('outcome' in planned || 'covered' in planned) return planned
  const { compose, status, discarded } = ready
  if (from === 'report' && before !== null) return before
  const jobs = await awaitJobs(context, compose, planned)
  const { plan, mode, posts, untagged } = planned
  const refusedRestarts = jobs.refused
  const tested = { compose, status, discarded, plan, mode, posts, refusedRestarts }
  const ending = untagged === undefined ? tested : { ...tested, untagged }
  if (jobs.kind === 'seen') return endedWith(ending, jobs.said, jobs.answer)
  const last = jobs.last === null ? {} : { jobs: jobs.last }
  const unfinished = { ...ending, outcome: 'unfinished-tests', why: jobs.said, ...last } as const
  if (jobs.kind === 'hopeless') return unfinished
  const { openMs, watch } = context.input.patience
  if (watch.deadlineMs === 0) return unfinished
  return { ...unfinished, watchedUntil: new Date(now() + Math.min(openMs, watch.deadlineMs)).toISOString() }
}

/** A night whose jobs have all ended. */
export function endedWith(
  ending: Omit<NightEnd, 'outcome' | 'why'>,
  why: string,
  { jobs, jobsHash }: { readonly jobs: string; readonly jobsHash?: string },
): NightEnd {
  const { watchedUntil: _, ...rest } = ending
  return { ...rest, outcome: 'tested', why, jobs, ...(jobsHash !== undefined && { jobsHash }) }
}

/** Whether a stage is played. */
function isPlayed(stage: StageName, from: StageName): boolean {
  return stageNames.indexOf(stage) >= stageNames.indexOf(from)
}

async function readied(context: NightContext, from: StageName, before: NightEnd | null): Promise<Ready> {
  if (before !== null && before.compose !== null && !isPlayed('complete', from)) {
    const { compose, status, discarded } = before
    return { kind: 'ready', compose, status, discarded }
  }
  const ready = await readyCompose(context, from === 'complete' ? (before?.compose ?? null) : null)
  await watchRespins(context, ready)
  return ready
}

async function plannedPosts(
  context: NightContext,
  from: StageName,
  before: NightEnd | null,
  { compose, status, discarded }: Extract<Ready, { kind: 'ready' }>,
): Promise<Planned | Played> {
  if (before?.plan !== undefined && !isPlayed('schedule', from)) {
    const { plan, mode = 'post', posts = [], untagged } = before
    const planned = { kind: 'planned', plan, mode, posts } as const
    return untagged === undefined ? planned : { ...planned, untagged }
  }
  const scheduled = await schedule(context, compose)
  switch (scheduled.kind) {
    case 'planned':
      return scheduled
    case 'covered':
      return { covered: leaveTo(context, compose, scheduled.by) }
    case 'unplanned':
      return { outcome: 'unfinished-tests', why: scheduled.why, compose, status, discarded }
    default:
      return scheduled satisfies never
  }
}

function leaveTo({ recorder }: NightContext, compose: string, owner: string): NightResult {
  recorder.conclude('covered', false)
  const subject = `${compose} is tested and reported on by ${owner}`
  return {
    outcome: 'covered',
    verdict: 'covered',
    compose,
    subject,
    edition: null,
    delivery: null,
    left: null,
  }
}
