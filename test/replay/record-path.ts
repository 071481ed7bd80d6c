import { setTimeout as sleep } from 'node:timers/promises'
import { WorkflowFailedError, type Client, type WorkflowHandle } from '@temporalio/client'
import { rootCause } from '@temporalio/common'
import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import { nightId } from '../../compose/naming/night.ts'
import type { delivery } from '../../workflows/delivery/delivery.ts'
import type { watchCandidates } from '../../workflows/candidates/watch-candidates.ts'
import type { NightMessage } from '../../report/messages/night-message.ts'
import { said, type messages } from '../../workflows/messages/messages.ts'
import type { nightly } from '../../workflows/nightly.ts'
import type { openNight } from '../../workflows/open-night.ts'
import { createNightWorkers } from '../../workers/process/night-workers.ts'
import { updates } from '../../workflows/orders/updates.ts'
import type { respins } from '../../workflows/respins/respins.ts'
import { differences, factsOf } from './contents.ts'
import { heldFacts } from './held-facts.ts'
import { deliveryOf, silenceMs, type Path, type Start } from './path.ts'
import { recordedId, type RecordedRun } from './recording.ts'
import { followScript } from './scripted-activities.ts'

/** Where paths are recorded. */
export interface Studio {
  readonly client: Client
  readonly connection: NativeConnection
  readonly workflowBundle: WorkflowBundleOption
}

/** What was recorded of a path, and which steps of its script the workflow did not come to. */
export interface Take {
  readonly recording: RecordedRun
  /** Why the run failed; null where it did not. */
  readonly failure: string | null
  readonly unused: readonly string[]
}

/** Several times the longest path on a quiet machine: only a path that hangs takes longer. */
export const longestMs: number = 10 * silenceMs

/** Lets a worker run a path to its end. @throws Error with the history if the path does not end */
export async function recordPath(studio: Studio, path: Path): Promise<Take> {
  const { client, connection, workflowBundle } = studio
  const { promise: closed, resolve: close } = Promise.withResolvers<void>()
  const handle = client.workflow.getHandle(recordedId(path.name))
  const script = followScript(path.script, {
    signal: (signal) => handle.signal(signal),
    tell: (news) => handle.signal('heard', news),
    order: async (name, request) => void (await handle.executeUpdate(updates[name], { args: [request] })),
    cancel: async () => void (await handle.cancel()),
    closed,
  })
  const taskQueue = path.name
  const worker = await createNightWorkers({
    connection,
    taskQueue,
    workflowBundle,
    activities: { ...script.activities },
    // A mistake in a workflow ends its run, instead of being tried again until somebody mends it.
    workflowFailureErrorTypes: { '*': ['Error'] },
  })
  return await worker.runUntil(async () => {
    await start(client, path.start, { workflowId: handle.workflowId, taskQueue })
    const isOpen = path.holds.run === 'open'
    const failure = isOpen ? await heldOpen(handle, path) : await closedRun(handle).finally(close)
    const answers: Record<string, unknown> = {}
    for (const name of path.holds.queries ?? []) answers[name] = await handle.query(name)
    const recording = { history: await handle.fetchHistory(), answers }
    if (isOpen) await handle.terminate()
    // What hangs has to end before the worker can.
    close()
    return { recording, failure, unused: script.unused() }
  })
}

/** Where and under which id a run is started. */
interface RunAt {
  readonly workflowId: string
  readonly taskQueue: string
}

async function start(client: Client, path: Start, run: RunAt): Promise<void> {
  const { workflow } = client
  if (path.workflow === 'delivery') {
    await workflow.start<typeof delivery>('delivery', { ...run, args: [path.input] })
    return
  }
  if (path.workflow === 'messages') {
    await workflow.signalWithStart<typeof messages, [NightMessage | null]>('messages', {
      ...run,
      args: [path.input],
      signal: said,
      signalArgs: [null],
    })
    return
  }
  if (path.workflow === 'respins') {
    await workflow.start<typeof respins>('respins', { ...run, args: [path.input] })
    return
  }
  if (path.workflow === 'watchCandidates') {
    await workflow.start<typeof watchCandidates>('watchCandidates', { ...run, args: [path.input] })
    return
  }
  if (path.workflow === 'nightly') {
    if (path.delivered) await deliverBefore(client, run)
    await workflow.start<typeof nightly>('nightly', { ...run, args: [path.input] })
    return
  }
  const { input, due, before } = path
  if (before !== null) {
    const args: Parameters<typeof nightly> = [
      { night: before, ...(input.patience && { patience: input.patience }) },
    ]
    await workflow.start<typeof nightly>('nightly', { ...run, workflowId: nightId(before), args })
  }
  const key = { name: 'TemporalScheduledStartTime', type: 'DATETIME' } as const
  const typedSearchAttributes = due === null ? [] : [{ key, value: new Date(due) }]
  await workflow.start<typeof openNight>('openNight', { ...run, args: [input], typedSearchAttributes })
}

/** Starts the delivery of a night's first edition, as a run of the night before it did. */
async function deliverBefore({ workflow }: Client, { workflowId, taskQueue }: RunAt): Promise<void> {
  const { input } = deliveryOf()
  const run = { workflowId: `delivery/${workflowId}/1/mail`, taskQueue }
  await workflow.start<typeof delivery>('delivery', { ...run, args: [input] })
}

/** Waits until the history of a run that stays open holds what its path states. */
async function heldOpen(handle: WorkflowHandle, { name, start: { workflow }, holds }: Path): Promise<null> {
  const until = Date.now() + silenceMs
  while (Date.now() < until) {
    const held = heldFacts({ history: await handle.fetchHistory(), answers: {} })
    if (differences(name, factsOf(workflow, holds), held).length === 0) break
    await sleep(300)
  }
  return null
}

/** Waits until a run has closed; answers why it failed, null where it did not. */
async function closedRun(handle: WorkflowHandle): Promise<string | null> {
  const late = sleep(longestMs, 'late' as const, { ref: false })
  const closed = handle.result().then(
    () => null,
    (error: unknown) => {
      if (error instanceof WorkflowFailedError) return rootCause(error.cause) ?? error.message
      throw error
    },
  )
  const how = await Promise.race([closed.then((failure) => ({ failure })), late])
  if (how !== 'late') return how.failure
  const history = await handle.fetchHistory()
  await handle.terminate()
  const held = heldFacts({ history, answers: {} }).join('; ')
  throw new Error(`${handle.workflowId} has no end after ${longestMs / 1000} s; its history holds: ${held}`)
}
