import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'

const lookMs = 100
const deadlineMs = 60_000

/**
 * Resolves when a worker polls the task queue for workflows.
 * @throws Error after a minute without a worker.
 */
export async function workerReady(client: Client, taskQueue: string, signal?: AbortSignal): Promise<void> {
  const until = Date.now() + deadlineMs
  while (Date.now() < until) {
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: 1,
    })
    if (pollers.length > 0) return
    await sleep(lookMs, undefined, { signal })
  }
  throw new Error(`no worker polls ${taskQueue} after a minute; its log says why`)
}
