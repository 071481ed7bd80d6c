import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, type Workflow } from '@temporalio/workflow'

/** A workflow that exists once: its id, what it gets and what the UI calls it. */
export interface OnceOptions<Started extends Workflow> {
  readonly workflowId: string
  readonly args: Parameters<Started>
  readonly staticSummary: string
}

/**
 * Starts a workflow that goes on without the one that starts it; false if there is or was one of this id.
 */
export async function startOnce<Started extends Workflow>(
  workflow: Started | string,
  options: OnceOptions<Started>,
): Promise<boolean> {
  try {
    await startChild<Workflow>(typeof workflow === 'string' ? workflow : workflow.name, {
      ...options,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      parentClosePolicy: ParentClosePolicy.ABANDON,
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}
