import { proxyActivities } from '@temporalio/workflow'
import type { Activities, JobsMemory, JobsSeen } from '../activities/activities.ts'
import type { Course } from './course.ts'
import { lookUntil, type Wait } from './laps.ts'
import type { StagePatience } from './patience.ts'

/** The fourth stage: openQA's jobs of the compose, until none is pending and restarts have settled. */
export async function awaitJobs(
  course: Course,
  { plan }: { readonly plan: string },
): Promise<Wait<JobsSeen, JobsMemory>> {
  const { diary, input } = course
  diary.enter('await', input.patience.await.deadlineMs)
  const wait = await watchJobs(course, plan, input.patience.await)
  diary.leave('await', wait.kind === 'seen' ? 'done' : 'gave-up', wait.said)
  return wait
}

/** Watches the jobs within the await stage's present deadline. */
export function watchJobs(
  course: Course,
  plan: string,
  patience: StagePatience,
): Promise<Wait<JobsSeen, JobsMemory>> {
  return lookUntil<JobsSeen, JobsMemory>(course, {
    stage: 'await',
    patience,
    lap(options, memory) {
      const compose = course.diary.progress().compose ?? ''
      const { observeJobs } = proxyActivities<Activities>({
        ...options,
        summary: `openQA jobs of ${compose}`,
      })
      return observeJobs({ plan, lookMs: patience.lookMs }, memory)
    },
  })
}
