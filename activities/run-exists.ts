import { Context } from '@temporalio/activity'
import { WorkflowNotFoundError } from '@temporalio/common'

/** Whether Temporal has a run of a workflow id; `unknown` while it does not answer. */
export async function runExists(workflowId: string): Promise<boolean | 'unknown'> {
  try {
    await Context.current().client.workflow.getHandle(workflowId).describe()
    return true
  } catch (error) {
    return error instanceof WorkflowNotFoundError ? false : 'unknown'
  }
}
