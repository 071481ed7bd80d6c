import type { Client } from '@temporalio/client'

/** A run whose workflow task fails whenever a worker takes it, as after a change that does not fit it. */
export async function stuckNight(client: Client, workflowId: string): Promise<AsyncDisposable> {
  const { namespace } = client.options
  const taskQueue = { name: `stuck-${workflowId}` }
  const handle = await client.workflow.start('nightly', { workflowId, taskQueue: taskQueue.name, args: [] })
  const ending = new AbortController()
  const failing = (async () => {
    while (!ending.signal.aborted) {
      const { taskToken } = await client.withDeadline(Date.now() + 60_000, () =>
        client.workflowService.pollWorkflowTaskQueue({ namespace, taskQueue }),
      )
      if (taskToken.length > 0)
        await client.workflowService.respondWorkflowTaskFailed({ namespace, taskToken })
    }
  })().catch(() => {})
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await handle.terminate('the test is over')
      await failing
    },
  }
}
