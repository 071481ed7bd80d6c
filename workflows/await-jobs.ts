import { proxyActivities } from '@temporalio/workflow'
import type { Activities, JobsMemory, JobsSeen, SecondChances } from '../activities/activities.ts'
import { activityFailure } from './activity-failure.ts'
import type { NightContext } from './night-context.ts'
import { lookUntil, type Wait } from './waiting/laps.ts'
import { repeatableOptions } from './options.ts'
import type { StagePatience } from './patience.ts'
import type { Planned } from './schedule.ts'

/** How the fourth stage ended, and the restarts that openQA refused. */
export type Awaited = Wait<JobsSeen, JobsMemory> & Pick<SecondChances, 'refused'>

/**
 * The fourth stage: waits until every openQA job of the compose has ended and no restart is to come. Failed
 * jobs may get a second chance; then it waits again.
 */
export async function awaitJobs(
  context: NightContext,
  compose: string,
  { mode, posts }: Planned,
): Promise<Awaited> {
  const { recorder, input } = context
  recorder.enter('await', input.patience.await.deadlineMs)
  if (mode === 'post' && posts.every(({ kind }) => kind === 'refused')) {
    const said = 'openQA refused every post, so there are no jobs to wait for'
    recorder.leave('await', 'gave-up', said)
    return { kind: 'hopeless', said, memory: null, refused: [] }
  }
  let chances: SecondChances = { restarted: [], refused: [] }
  while (true) {
    const wait = await watchJobs(context, compose, input.patience.await)
    const before = chances.restarted.length
    if (mode === 'post' && wait.kind === 'seen') chances = await secondChances(context, wait.answer, chances)
    if (chances.restarted.length === before) {
      recorder.leave('await', wait.kind === 'seen' ? 'done' : 'gave-up', wait.said)
      return { ...wait, refused: chances.refused }
    }
  }
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
      const { observeJobs } = proxyActivities<Activities>({
        ...options,
        summary: `openQA jobs of ${compose}`,
      })
      return observeJobs({ night: context.input.night, compose, pace }, memory)
    },
    note: ({ progress }) => context.recorder.count(progress),
  })
  if (wait.kind === 'seen') context.recorder.count(wait.answer.progress)
  return wait
}

/** The second chances so far. If openQA does not answer, they stay as they were. */
async function secondChances(
  { recorder, input }: NightContext,
  { jobs, notOk }: JobsSeen,
  before: SecondChances,
): Promise<SecondChances> {
  if (notOk === 0) return before
  const options = repeatableOptions(input.patience, input.patience.await, recorder.leftMs('await'))
  const { restartJobs } = proxyActivities<Activities>({
    ...options,
    summary: 'second chances for failed jobs',
  })
  try {
    return await restartJobs({ night: input.night, jobs, ...before })
  } catch (error) {
    const failure = activityFailure(error)
    recorder.heard('await', `no second chances: ${failure.cause?.message ?? failure.message}`)
    return before
  }
}
