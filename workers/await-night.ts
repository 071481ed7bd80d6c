import type { Client } from '@temporalio/client'
import type { NightResult } from '../workflows/report.ts'

/** Waits until a night is over and its report is delivered, or cannot be. @throws WorkflowFailedError */
export async function awaitNight(client: Client, workflowId: string): Promise<NightResult> {
  const result: NightResult = await client.workflow.getHandle(workflowId).result()
  if (result.delivery !== null) await client.workflow.getHandle(result.delivery).result()
  return result
}
