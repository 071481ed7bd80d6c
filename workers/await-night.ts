import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { NightResult } from '../workflows/night-run.ts'

/** How often a client asks whether a night has reported, in milliseconds. */
const askMs = 300

/**
 * Waits until a night has reported. Where the night is not green it stays open; it is not waited for any
 * longer. @throws WorkflowFailedError if it ended without a report
 */
export async function awaitReport(client: Client, workflowId: string): Promise<NightResult> {
  const { runId } = await client.workflow.getHandle(workflowId).describe()
  const handle = client.workflow.getHandle(workflowId, runId)
  for (;;) {
    const { status, typedSearchAttributes } = await handle.describe()
    if (status.name !== 'RUNNING') return await handle.result()
    if (typedSearchAttributes.get({ name: 'Stage', type: 'KEYWORD' }) === 'watch') {
      const result = await handle.query<NightResult | null>('reported')
      if (result !== null) return result
    }
    await sleep(askMs)
  }
}

/** Waits until a night has reported and its report is delivered, or cannot be. @throws WorkflowFailedError */
export async function awaitNight(client: Client, workflowId: string): Promise<NightResult> {
  const result = await awaitReport(client, workflowId)
  if (result.delivery !== null) await client.workflow.getHandle(result.delivery).result()
  return result
}
