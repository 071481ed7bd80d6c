import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  type Client,
} from '@temporalio/client'
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js'
import type { NightInput, NightResult } from '../../workflows/night-run.ts'
import { dateOfNight } from '../../compose/naming/night.ts'
import { readNightDate } from '../../compose/naming/night-date.ts'
import { isHourly, nightDueAt } from '../../compose/streams/due-times.ts'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import { dateOfCompose } from '../../compose/naming/night-of.ts'
import { isStreamName } from '../../compose/naming/stream.ts'
import { readNightInput } from '../../workflows/night-input.ts'
import type { nightly } from '../../workflows/nightly.ts'
import type { FirstOrder } from '../../workflows/orders/order.ts'
import type { Settings } from '../config/config.ts'
import { timesOf } from '../due.ts'
import { speaksBy } from '../bus/bus-schema.ts'
import { patienceOf } from '../patience-of.ts'

/** A run of a night to take over, and what for. */
export interface Takeover {
  /** The workflow id. */
  readonly id: string
  /** Temporal's id of the run that has ended. */
  readonly run: string
  /** ISO: when the night was due, if Temporal has forgotten that run; null if it has not. */
  readonly forgotten: string | null
  readonly result: NightResult
  readonly order: FirstOrder
}

/**
 * Starts a run of a night that takes over the one before, with its order in the input: so it is carried out
 * also if no worker is there at present. Answers the id of the run; null if another one runs already.
 */
export async function takeOver(
  client: Client,
  settings: Settings,
  { id: workflowId, run, forgotten, result, order }: Takeover,
): Promise<string | null> {
  const { task_queue: taskQueue } = settings
  const before =
    forgotten === null ? await inputOf(client, workflowId, run) : inputBy(settings, workflowId, forgotten)
  try {
    const { firstExecutionRunId } = await client.workflow.start<typeof nightly>('nightly', {
      workflowId,
      taskQueue,
      args: [
        {
          ...before,
          ...speaksBy(settings),
          patience: patienceOf(settings, before.night.stream),
          takesOver: { run, result },
          order,
        },
      ],
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
      memo: { takesOver: run },
      staticSummary: before.compose ?? `${before.night.stream} ${dateOfNight(before.night)}`,
    })
    return firstExecutionRunId
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return null
    throw error
  }
}

type Input = Pick<NightInput, 'night' | 'compose' | 'respinOf' | 'flavors' | 'arches'>

/** What a run was started with: a run of some flavors or arches takes over no others. */
async function inputOf(client: Client, workflowId: string, runId: string): Promise<Input> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 1,
  })
  const payloads = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads
  const [input] = await decodeArrayFromPayloads(client.options.loadedDataConverter, payloads)
  const { night, compose, respinOf, flavors, arches } = Object(input)
  const { patience: _, ...read } = readNightInput({ night, compose, respinOf, flavors, arches })
  return read
}

/** What a run was started with, as far as its workflow id says, and of a due window when it was due. */
function inputBy(settings: Settings, workflowId: string, due: string): Input {
  const [, stream = '', rest = ''] = workflowId.split('/')
  const night = readNightDate(rest)
  if (night !== null && isStreamName(stream)) return { night: { stream, ...night } }
  const date = dateOfCompose(parseNightCompose(rest))
  if (date === null || !isStreamName(stream))
    throw new Error(`${workflowId} is not the workflow id of a night`)
  const times = timesOf(settings, stream)
  const ofWindow = isHourly(times) ? nightDueAt(stream, times, Date.parse(due)) : { stream, date }
  return { night: ofWindow, compose: rest }
}
