import { activity } from '../activity.ts'
import type { JobsMemory, JobsSeen, SecondChances } from '../../activities/activities.ts'
import type { JobsShown } from '../../activities/lap/news.ts'
import { activityFailure } from '../activity-failure.ts'
import type { NightContext } from '../night-context.ts'
import { now } from '../now.ts'
import { lookUntil, type Wait } from '../waiting/laps.ts'
import { repeatableOptions } from '../options.ts'
import type { StagePatience } from '../patience.ts'
import type { Planned } from './schedule.ts'

/** How the fourth stage ended. */
export type Awaited = Wait<JobsSeen, JobsMemory> & {
  /** The jobs that were seen last, kept in the archive; null if there were none. */
  readonly last: string | null
  /** Restarts that openQA refused. */
  readonly refused: SecondChances['refused']
}

/**
 * The fourth stage: waits until every openQA job of the compose has ended and no restart is to come. Failed
 * jobs may get a second chance; then it waits again.
 */
export async function awaitJobs(
  context: NightContext,
  compose: string,
  { mode, posts }: Planned,
): Promise<Awaited> {
  const { recorder, input, desk } = context
  recorder.enter('await', input.patience.await.deadlineMs)
  // Who ended the posts by an order wants the report now, with one look at the jobs.
  if (desk.state.finished === 'schedule') recorder.extend('await', new Date(now()).toISOString())
  if (mode === 'post' && posts.every(({ kind }) => kind === 'refused')) {
    const said = 'openQA refused every post, so there are no jobs to wait for'
    recorder.leave('await', 'gave-up', said)
    return { kind: 'hopeless', said, memory: null, last: null, refused: [] }
  }
  const awaited = await withSecondChances(context, compose, mode === 'post')
  recorder.leave('await', awaited.kind === 'seen' ? 'done' : 'gave-up', awaited.said)
  return awaited
}

async function withSecondChances(
  context: NightContext,
  compose: string,
  mayRestart: boolean,
): Promise<Awaited> {
  const watch = () => watchJobs(context, compose, context.input.patience.await)
  let chances: SecondChances = { restarted: [], refused: [] }
  let wait = await watch()
  let last = lastJobs(wait)
  let isOver = !mayRestart
  while (wait.kind === 'seen' && !isOver) {
    const given = await secondChances(context, wait.answer, chances)
    isOver = given === null
    if (given?.restarted.length === chances.restarted.length) return { ...wait, last, refused: given.refused }
    chances = given ?? chances
    // Where openQA went away, nobody knows which jobs it restarted: what it says now is final.
    wait = await watch()
    last = lastJobs(wait) ?? last
  }
  return { ...wait, last, refused: chances.refused }
}

/** The jobs that a wait saw last. */
function lastJobs(wait: Wait<JobsSeen, JobsMemory>): string | null {
  return wait.kind === 'seen' ? wait.answer.jobs : (wait.memory?.jobs ?? null)
}

/** Waits for the jobs until the await stage's current deadline. */
export async function watchJobs(
  context: NightContext,
  compose: string,
  patience: StagePatience,
): Promise<Wait<JobsSeen, JobsMemory>> {
  const wait = await lookUntil<JobsSeen, JobsMemory>(context, {
    stage: 'await',
    patience,
    lap(options, pace, memory) {
      const observeJobs = activity('observeJobs', {
        ...options,
        summary: `openQA jobs of ${compose}`,
      })
      return observeJobs({ night: context.input.night, compose, pace }, memory)
    },
    note: (memory) => context.recorder.count(shownOf(memory)),
  })
  if (wait.kind === 'seen') context.recorder.count(shownOf(wait.answer))
  return wait
}

/** What the details show of jobs. */
function shownOf({ progress, failing }: Pick<JobsSeen, 'progress' | 'failing'>): Partial<JobsShown> {
  return { progress, ...(failing && { failing }) }
}

/** The second chances so far; null if openQA went away, which may have restarted some jobs. */
async function secondChances(
  { recorder, input }: NightContext,
  { jobs, notOk }: JobsSeen,
  before: SecondChances,
): Promise<SecondChances | null> {
  if (notOk === 0) return before
  const options = repeatableOptions(input.patience, input.patience.await, recorder.leftMs('await'))
  const restartJobs = activity('restartJobs', {
    ...options,
    summary: 'second chances for failed jobs',
  })
  try {
    return await restartJobs({ night: input.night, jobs, ...before })
  } catch (error) {
    const failure = activityFailure(error)
    recorder.heard('await', `no second chances: ${failure.cause?.message ?? failure.message}`)
    return null
  }
}
