import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client'
import { nightId, type Night } from '../compose/naming/night.ts'
import type { nightly } from '../workflows/nightly.ts'
import type { Patience } from '../workflows/patience.ts'

/** What to start, and where. */
export interface NightStart {
  readonly night: Night
  /** Test this one; a second respin of a date gets a run of its own. */
  readonly compose?: string
  readonly patience: Patience
  readonly taskQueue: string
}

/** The run that stands for what was asked for; `started` false where it was there already. */
export interface StartedNight {
  readonly workflowId: string
  readonly started: boolean
}

/**
 * Starts a night once: the server refuses a second start of it, and so the run that is there is the answer.
 * Of a date that has its run, another compose is started as `nightly/<stream>/<compose-id>`.
 */
export async function startNight(client: Client, start: NightStart): Promise<StartedNight> {
  const { night, compose } = start
  const first = nightId(night)
  if (await tryStart(client, start, first)) return { workflowId: first, started: true }
  if (compose === undefined || (await composeOf(client, first)) === compose)
    return { workflowId: first, started: false }
  const own = `nightly/${night.stream}/${compose}`
  return { workflowId: own, started: await tryStart(client, start, own) }
}

async function tryStart(
  client: Client,
  { night, compose, patience, taskQueue }: NightStart,
  workflowId: string,
): Promise<boolean> {
  try {
    await client.workflow.start<typeof nightly>('nightly', {
      workflowId,
      taskQueue,
      args: [{ night, patience, ...(compose === undefined ? {} : { compose }) }],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
      staticSummary: compose ?? `${night.stream} ${night.date}`,
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}

async function composeOf(client: Client, workflowId: string): Promise<string | null> {
  const { typedSearchAttributes } = await client.workflow.getHandle(workflowId).describe()
  return typedSearchAttributes.get({ name: 'ComposeId', type: 'KEYWORD' }) ?? null
}
