import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow'
import type { Activities, JobsMemory, JobsSeen } from '../activities/activities.ts'
import type { Course } from './course.ts'
import { lookUntil, type Wait } from './laps.ts'
import { repeatableOptions } from './options.ts'
import type { StagePatience } from './patience.ts'
import type { Planned } from './schedule.ts'

/**
 * The fourth stage: openQA's jobs of the compose, until none is pending and restarts have settled. Jobs that failed may
 * be given a second chance, and are then awaited again.
 */
export async function awaitJobs(
  course: Course,
  { plan, mode, posts }: Planned,
): Promise<Wait<JobsSeen, JobsMemory>> {
  const { diary, input } = course
  diary.enter('await', input.patience.await.deadlineMs)
  if (mode === 'post' && posts.every(({ kind }) => kind === 'refused')) {
    const said = 'openQA took none of the posts, so there is nothing to wait for'
    diary.leave('await', 'gave-up', said)
    return { kind: 'hopeless', said, memory: null }
  }
  let restarted: readonly string[] = []
  while (true) {
    const wait = await watchJobs(course, plan, input.patience.await)
    const chances =
      mode === 'post' && wait.kind === 'seen'
        ? await secondChances(course, wait.answer, restarted)
        : restarted
    if (chances.length === restarted.length) {
      diary.leave('await', wait.kind === 'seen' ? 'done' : 'gave-up', wait.said)
      return wait
    }
    restarted = chances
  }
}

/** Watches the jobs within the await stage's present deadline. */
export async function watchJobs(
  course: Course,
  plan: string,
  patience: StagePatience,
): Promise<Wait<JobsSeen, JobsMemory>> {
  const wait = await lookUntil<JobsSeen, JobsMemory>(course, {
    stage: 'await',
    patience,
    lap(options, pace, memory) {
      const compose = course.diary.progress().compose ?? ''
      const { observeJobs } = proxyActivities<Activities>({
        ...options,
        summary: `openQA jobs of ${compose}`,
      })
      return observeJobs({ plan, pace }, memory)
    },
    note: ({ progress }) => course.diary.count(progress),
  })
  if (wait.kind === 'seen') course.diary.count(wait.answer.progress)
  return wait
}

/** Every scenario that had a second chance; where openQA cannot be asked for more, those that had one before. */
async function secondChances(
  { diary, input }: Course,
  { jobs, notOk }: JobsSeen,
  restarted: readonly string[],
): Promise<readonly string[]> {
  if (notOk === 0) return restarted
  const options = repeatableOptions(input.patience, input.patience.await, diary.leftMs('await'))
  const { restartJobs } = proxyActivities<Activities>({
    ...options,
    summary: 'second chances for failed jobs',
  })
  try {
    return (await restartJobs({ night: input.night, jobs, restarted })).restarted
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error
    diary.heard('await', `no second chances: ${error.cause?.message ?? error.message}`)
    return restarted
  }
}
