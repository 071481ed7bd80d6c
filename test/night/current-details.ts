import type { Client } from '@temporalio/client'
import { z } from 'zod'

const metadata = z.object({ currentDetails: z.string().default('') })

/** The current details of a run, as Temporal's UI shows them. */
export async function currentDetails(client: Client, workflowId: string): Promise<string> {
  const { queryResult } = await client.workflowService.queryWorkflow({
    namespace: client.options.namespace,
    execution: { workflowId },
    query: { queryType: '__temporal_workflow_metadata' },
  })
  const data = queryResult?.payloads?.[0]?.data
  return metadata
    .parse(JSON.parse(Buffer.from(data ?? []).toString()))
    .currentDetails.replaceAll('\u00A0', ' ')
}
