import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, type Client } from '@temporalio/client'
import { composeNightId, dateOfNight, nightId, type Night } from '../compose/naming/night.ts'
import type { nightly } from '../workflows/nightly.ts'
import { mayStartAgain } from './orders/before-start.ts'
import { newestRun } from './orders/known-night.ts'
import type { Patience } from '../workflows/patience.ts'

/** Which night to start, and where. */
export interface NightStart {
  readonly night: Night
  /** Test this compose, in a run of its own. */
  readonly compose?: string
  /** The id of the run, if it is not named after its date or compose: that of a candidate. */
  readonly run?: string
  /** Test only these flavors; all if absent. */
  readonly flavors?: readonly string[]
  /** Test only these arches; those of the configuration if absent. */
  readonly arches?: readonly string[]
  /** Whether it says on the message bus what happens in it. */
  readonly speaks?: true
  readonly patience: Patience
  readonly taskQueue: string
}

/** The run of a night; `started` is false if it existed before. */
export interface StartedNight {
  readonly workflowId: string
  readonly started: boolean
}

/**
 * Starts a night once: the server refuses a second start, and the answer is the existing run. A run that
 * ended without a report is started again; one that has reported goes on by an order only. The run of a
 * compose that is named has an id of its own, so that it never stands in for the night of its date.
 */
export async function startNight(client: Client, start: NightStart): Promise<StartedNight> {
  const { night, compose, run } = start
  const ofNight = compose === undefined ? nightId(night) : composeNightId(night.stream, compose)
  const workflowId = run ?? ofNight
  const before = await newestRun(client, workflowId)
  // Two candidates may have the same label.
  const isOfOther = run !== undefined && compose !== undefined && (before?.compose ?? compose) !== compose
  if (isOfOther) return await startNight(client, { ...start, run: `${run}/${compose}` })
  if (before !== null && !mayStartAgain(before)) return { workflowId, started: false }
  return { workflowId, started: await tryStart(client, start, workflowId) }
}

async function tryStart(
  client: Client,
  { night, compose, flavors, arches, speaks, patience, taskQueue }: NightStart,
  workflowId: string,
): Promise<boolean> {
  try {
    await client.workflow.start<typeof nightly>('nightly', {
      workflowId,
      taskQueue,
      args: [
        {
          night,
          patience,
          ...(compose && { compose }),
          ...(flavors && { flavors }),
          ...(arches && { arches }),
          ...(speaks && { speaks }),
        },
      ],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
      staticSummary: compose ?? `${night.stream} ${dateOfNight(night)}`,
    })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}
