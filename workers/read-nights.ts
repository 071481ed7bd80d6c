import { WorkflowNotFoundError, type Client } from '@temporalio/client'
import type { NightProgress } from '../workflows/stage.ts'

/** One night on the Temporal server. */
interface NightRow {
  readonly night: string
  /** Temporal's status: RUNNING, COMPLETED, FAILED, … */
  readonly status: string
  readonly stage: string
  readonly compose: string
  readonly verdict: string
  /** ISO, UTC. */
  readonly started: string
}

/** A night's row, its stages (null if no worker answers), and the last messages of its pending looks. */
export interface NightDetail extends NightRow {
  readonly progress: NightProgress | null
  readonly pending: readonly string[]
}

/** One night; null if the server has none with this id. */
export async function readNight(client: Client, workflowId: string): Promise<NightDetail | null> {
  const handle = client.workflow.getHandle(workflowId)
  try {
    const run = await handle.describe()
    const pending = (run.raw.pendingActivities ?? []).map(({ lastFailure }) => lastFailure?.message ?? '')
    const progress = await progressOf(client, workflowId)
    return { ...rowOf(run), progress, pending: pending.filter((said) => said !== '') }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error
  }
}

/** How a run ended, in a word of Temporal's, such as `terminated`; null while it runs. */
export async function endOfRun(client: Client, workflowId: string): Promise<string | null> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe()
    return status.name === 'RUNNING' ? null : status.name.toLowerCase()
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'forgotten'
    throw error
  }
}

/** How long a worker may take to answer a query; a running worker needs milliseconds. */
const queryMs = 5000

async function progressOf(client: Client, workflowId: string): Promise<NightProgress | null> {
  try {
    return await client.withDeadline(Date.now() + queryMs, () =>
      client.workflow.getHandle(workflowId).query<NightProgress>('progress'),
    )
  } catch {
    return null
  }
}

function rowOf(run: {
  readonly workflowId: string
  readonly status: { readonly name: string }
  readonly startTime: Date
  readonly typedSearchAttributes: { get(key: { name: string; type: 'KEYWORD' }): string | undefined }
}): NightRow {
  const attribute = (name: string) => run.typedSearchAttributes.get({ name, type: 'KEYWORD' }) ?? ''
  const verdict = attribute('Verdict')
  const isOpen = verdict === '' || verdict === 'none yet'
  return {
    night: run.workflowId,
    status: run.status.name,
    stage: attribute('Stage'),
    compose: attribute('ComposeId'),
    // A run that was terminated could not say so itself.
    verdict: isOpen && run.status.name !== 'RUNNING' ? 'unreported' : verdict,
    started: run.startTime.toISOString(),
  }
}
