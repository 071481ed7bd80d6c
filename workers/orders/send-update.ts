import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client'
import { rootCause } from '@temporalio/common'
import type { OrderRequest, OrderTaken } from '../../workflows/orders/order.ts'
import type { GivenOrder } from './order-outcome.ts'

/** How long whoever gave an order waits for a worker, in milliseconds. */
export const answerMs = 5000

/** An order expires before nobody waits for its answer, so that one which is taken in time is told to be. */
const expiresMs = 4000

/** The answer of a night to an order. `over`: its run has ended, so it has no answer. */
export type UpdateAnswer =
  | { readonly kind: 'taken'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'not taken' }
  | { readonly kind: 'over' }

/** Sends an order to a run, which takes or refuses it at once. It expires if no worker takes it. */
export async function sendUpdate(
  client: Client,
  { workflowId, runId }: { readonly workflowId: string; readonly runId: string },
  { name, request }: GivenOrder,
  id: string,
): Promise<UpdateAnswer> {
  const now = Date.now()
  const input: OrderRequest = { ...request, id, expires: new Date(now + expiresMs).toISOString() }
  const handle = client.workflow.getHandle(workflowId, runId)
  try {
    const { taken } = await client.withDeadline(now + answerMs, () =>
      handle.executeUpdate<OrderTaken, [OrderRequest]>(name, { updateId: id, args: [input] }),
    )
    return { kind: 'taken', said: taken }
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) {
      // A worker that came late refuses it for that.
      if (Date.now() >= now + expiresMs) return { kind: 'not taken' }
      return { kind: 'refused', said: rootCause(error.cause) ?? error.message }
    }
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'not taken' }
    if (error instanceof WorkflowNotFoundError) return { kind: 'over' }
    throw error
  }
}
