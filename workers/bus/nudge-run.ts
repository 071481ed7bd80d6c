import { isGrpcServiceError, type Client } from '@temporalio/client'
import { composeChanged } from '../../workflows/waiting/nudge.ts'
import type { OpenRun } from './open-runs.ts'

/** What came of a nudge. `spent`: the history of the run has no room for it. */
export type Nudged = 'nudged' | 'no run' | 'spent' | 'failed'

/**
 * How long the history of a run may be for one more nudge, which costs ten to fourteen events. What the
 * stages after it need is left to them: with every message, a night has at most 300 events.
 */
const room: Readonly<Record<string, number>> = { find: 60, complete: 100, await: 200, watch: 240 }
const otherwise = 200
/** A compose has a hundred tasks, and the last one is rarely what a night waits for. */
const roomOfTasks = 60

/** gRPC's code for a run that Temporal does not have. */
const notFound = 5

/**
 * Has a run look at once, by a signal that Temporal takes once in a `slot`: other workers that hear the same
 * message send the same request. It never fails: the run looks later by itself.
 */
export async function nudgeRun(
  client: Client,
  { workflowId, stage }: OpenRun,
  { slot, isOfTasks }: { readonly slot: number; readonly isOfTasks: boolean },
): Promise<Nudged> {
  const { namespace } = client.options
  const workflowExecution = { workflowId }
  const { workflowService } = client
  try {
    const { workflowExecutionInfo: info } = await workflowService.describeWorkflowExecution({
      namespace,
      execution: workflowExecution,
    })
    const length = Number(info?.historyLength ?? 0)
    const most = room[stage] ?? otherwise
    if (length > (isOfTasks ? Math.min(most, roomOfTasks) : most)) return 'spent'
    await workflowService.signalWorkflowExecution({
      namespace,
      workflowExecution,
      signalName: composeChanged.name,
      identity: 'nightjar bus',
      requestId: `${workflowId}/message/${slot}`,
    })
    return 'nudged'
  } catch (error) {
    const code: number | null = isGrpcServiceError(error) ? error.code : null
    return code === notFound ? 'no run' : 'failed'
  }
}
