import {
  CancellationScope,
  getExternalWorkflowHandle,
  log,
  rootCause,
  workflowInfo,
} from '@temporalio/workflow'
import type { NightEvent, NightMessage } from '../../report/messages/night-message.ts'
import type { NightInput } from '../night-run.ts'
import { now } from '../now.ts'
import { startOnce } from '../start-once.ts'
import { said, type messages } from './messages.ts'

/** Says what happens in a night, in order. What it says goes out without the night waiting for it. */
export interface Speaker {
  say(event: NightEvent, compose: string | null): void
  /** Waits until all is handed on, and says that no more comes. */
  close(): Promise<void>
}

const silent: Speaker = { say: () => undefined, close: async () => undefined }

/**
 * The speaker of a run. Its messages are sent by a workflow of their own, `messages/<run>/<Temporal run>`,
 * which begins with the first one: a bus that is away holds up no night.
 */
export function openSpeaker({ night, patience, speaks }: NightInput): Speaker {
  if (speaks !== true) return silent
  const { workflowId: run, runId: temporalRun } = workflowInfo()
  const workflowId = `messages/${run}/${temporalRun}`
  const { callMs, sendMs, settleMs, deliverMs, schedule } = patience
  let count = 0
  let before: Promise<unknown> = Promise.resolve()
  const handOn = async (message: NightMessage | null) => {
    if (message?.n !== 1) return await getExternalWorkflowHandle(workflowId).signal(said, message)
    const speaking = { night, run, temporalRun }
    const limits = { callMs, sendMs, settleMs, deliverMs, schedule }
    const args: Parameters<typeof messages> = [{ speaking, first: message, patience: limits }]
    await startOnce<typeof messages>('messages', { workflowId, args, staticSummary: `what ${run} says` })
  }
  // One after the other, so that they arrive in order; also those of a night that is cancelled.
  const next = (message: NightMessage | null) =>
    CancellationScope.nonCancellable(async () => {
      try {
        await before
        await handOn(message)
      } catch (error) {
        // Its workflow has ended: somebody ended it, or the night said nothing for days.
        log.warn(`not said on the bus: ${rootCause(error) ?? String(error)}`)
      }
    })
  return {
    say(event, compose) {
      count += 1
      before = next({ n: count, at: new Date(now()).toISOString(), compose, event })
    },
    async close() {
      if (count > 0) await next(null)
    },
  }
}
