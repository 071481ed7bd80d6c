import { rootCause } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import { activityFailure } from '../activity-failure.ts'
import type { NightContext } from '../night-context.ts'
import { repeatableOptions } from '../options.ts'

/**
 * Has the build of a candidate tagged as important, once. Its jobs run meanwhile, so openQA has only as long
 * for it as a post may stay unknown. @returns why it is not tagged; null if it is
 */
export async function tagImportant(
  { input: { patience }, recorder }: NightContext,
  plan: string,
): Promise<string | null> {
  const leftMs = Math.min(recorder.leftMs('schedule'), patience.settleMs)
  const options = repeatableOptions(patience, patience.schedule, leftMs)
  const tagCandidate = activity('tagCandidate', { ...options, summary: 'tag the build as important' })
  try {
    await tagCandidate({ plan })
    return null
  } catch (error) {
    const failure = activityFailure(error)
    return rootCause(failure) ?? failure.message
  }
}
