import { proxyActivities } from '@temporalio/workflow'
import type { Activities, Completion, StateMemory } from '../activities/activities.ts'
import type { Course } from './course.ts'
import { lookUntil, type Wait } from './laps.ts'

/** The second stage: the compose is complete everywhere, or it is known that it never will be. */
export async function complete(course: Course, compose: string): Promise<Wait<Completion, StateMemory>> {
  const { input, diary } = course
  const patience = input.patience.complete
  diary.enter('complete', patience.deadlineMs)
  const wait = await lookUntil<Completion, StateMemory>(course, {
    stage: 'complete',
    patience,
    lap(options, pace, memory) {
      const { observeCompletion } = proxyActivities<Activities>({
        ...options,
        summary: `${compose} complete?`,
      })
      return observeCompletion(
        { night: input.night, compose, fixed: input.compose !== undefined, pace },
        memory,
      )
    },
  })
  const usable = wait.kind === 'seen' && wait.answer.kind === 'complete'
  diary.leave('complete', usable ? 'done' : 'gave-up', wait.said)
  return wait
}
