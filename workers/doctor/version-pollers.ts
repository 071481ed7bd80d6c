import type { Client } from '@temporalio/client'
import { pollersOf } from './pollers.ts'

/** Whether a worker of a version polls one of its task queues. */
export async function hasPollers(client: Client, deploymentName: string, buildId: string): Promise<boolean> {
  const { namespace } = client.options
  const { versionTaskQueues } = await client.workflowService.describeWorkerDeploymentVersion({
    namespace,
    deploymentVersion: { deploymentName, buildId },
  })
  const asked = versionTaskQueues.map(async ({ name, type }) => {
    const pollers = await pollersOf(client, name ?? '', type ?? 1)
    return pollers.some((poller) => poller.isAlive && poller.buildId === buildId)
  })
  return (await Promise.all(asked)).some(Boolean)
}
