import type { Client } from '@temporalio/client'

/** A worker asks at least once a minute; Temporal lists one that is gone for five. */
const silentMs = 90_000

/** Whether a worker of a version polls one of its task queues. */
export async function hasPollers(client: Client, deploymentName: string, buildId: string): Promise<boolean> {
  const { namespace } = client.options
  const { versionTaskQueues } = await client.workflowService.describeWorkerDeploymentVersion({
    namespace,
    deploymentVersion: { deploymentName, buildId },
  })
  const asked = versionTaskQueues.map(async ({ name, type: taskQueueType }) => {
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: name ?? '' },
      taskQueueType: taskQueueType ?? 1,
    })
    return pollers.some(
      ({ deploymentOptions, lastAccessTime }) =>
        deploymentOptions?.buildId === buildId &&
        Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1000 < silentMs,
    )
  })
  return (await Promise.all(asked)).some(Boolean)
}
