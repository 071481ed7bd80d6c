import { Context } from '@temporalio/activity'
import { WorkflowNotFoundError } from '@temporalio/common'
import type { NightNow } from './activities.ts'

/** How a night stands by Temporal's own record; null if Temporal has none of it. */
export async function nightNow(workflowId: string): Promise<NightNow | null> {
  try {
    const run = await Context.current().client.workflow.getHandle(workflowId).describe()
    const attribute = (name: string) => run.typedSearchAttributes.get({ name, type: 'KEYWORD' }) ?? ''
    return {
      isRunning: run.status.name === 'RUNNING',
      stage: attribute('Stage'),
      verdict: attribute('Verdict'),
      endedAt: run.closeTime?.toISOString() ?? null,
    }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error
  }
}
