import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { NotDecrypted } from '../codec/encryption-codec.ts'
import type { NightProgress } from '../../workflows/stage.ts'

/** How long a worker may take to answer a query. */
const queryMs = 5000

/** The stages of a run, by the query; null where no worker answers. @throws NotDecrypted */
export function progressBy(client: Client, id: string, runId: string): Promise<NightProgress | null> {
  return queried<NightProgress>(client, id, runId, 'progress')
}

/** The last report of a run, by the query; null before the first, and where no worker answers. */
export function reportedBy(client: Client, id: string, runId: string): Promise<NightResult | null> {
  return queried<NightResult | null>(client, id, runId, 'reported')
}

async function queried<Answer>(
  client: Client,
  id: string,
  runId: string,
  query: 'progress' | 'reported',
): Promise<Answer | null> {
  try {
    return await client.withDeadline(Date.now() + queryMs, () =>
      client.workflow.getHandle(id, runId).query<Answer>(query),
    )
  } catch (error) {
    if (error instanceof NotDecrypted) throw error
    return null
  }
}
