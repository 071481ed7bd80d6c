import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client'
import { nightId, type Night } from '../compose/naming/night.ts'
import type { nightly } from '../workflows/nightly.ts'
import type { Patience } from '../workflows/patience.ts'

/** Which night to start, and where. */
export interface NightStart {
  readonly night: Night
  /** Test this compose; another respin of the same date gets its own run. */
  readonly compose?: string
  /** Test only these flavors; all if absent. */
  readonly flavors?: readonly string[]
  readonly patience: Patience
  readonly taskQueue: string
}

/** The run of a night; `started` is false if it existed before. */
export interface StartedNight {
  readonly workflowId: string
  readonly started: boolean
}

/**
 * Starts a night once: the server refuses a second start, and the answer is the existing run. If the date has
 * a run, another compose of the date starts as `nightly/<stream>/<compose-id>`.
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
  { night, compose, flavors, patience, taskQueue }: NightStart,
  workflowId: string,
): Promise<boolean> {
  try {
    await client.workflow.start<typeof nightly>('nightly', {
      workflowId,
      taskQueue,
      args: [{ night, patience, ...(compose && { compose }), ...(flavors && { flavors }) }],
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
