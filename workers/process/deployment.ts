import { setTimeout as sleep } from 'node:timers/promises'
import type { NativeConnection, WorkerDeploymentOptions } from '@temporalio/worker'
import { bundleKey } from './bundle-key.ts'
import type { Settings } from '../config/config.ts'

/** The workers of an installation as Temporal's Worker Versioning knows them, and the version of this one. */
export interface Deployment {
  readonly deploymentName: string
  readonly buildId: string
}

const askMs = 500

/**
 * The deployment of a configuration; null without one. The build is what it says, else a hash of the
 * workflows: a night may change workers where that is the same.
 */
export function deploymentOf({ worker }: Pick<Settings, 'worker'>): Deployment | null {
  const { deployment, build } = worker
  return deployment === undefined ? null : { deploymentName: deployment, buildId: build ?? bundleKey() }
}

/** The options of workers whose nights stay on the version that began them. */
export function versioned(version: Deployment): WorkerDeploymentOptions {
  return { version, useWorkerVersioning: true, defaultVersioningBehavior: 'PINNED' }
}

/**
 * Makes this version the current one where the deployment has none: nothing would start before, and nothing
 * would say so. Answers whether it did; another version is made current by a person only.
 */
export async function becomeFirst(
  { workflowService }: Pick<NativeConnection, 'workflowService'>,
  namespace: string,
  { deploymentName, buildId }: Deployment,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    const there = await workflowService
      .describeWorkerDeployment({ namespace, deploymentName })
      .catch(() => null)
    const info = there?.workerDeploymentInfo
    const isKnown = info?.versionSummaries?.some((each) => each.deploymentVersion?.buildId === buildId)
    const current = info?.routingConfig?.currentDeploymentVersion ?? null
    if (there && current !== null) return false
    if (there && isKnown) {
      const { conflictToken } = there
      const request = { namespace, deploymentName, buildId, conflictToken, ignoreMissingTaskQueues: true }
      const isTaken = await workflowService.setWorkerDeploymentCurrentVersion(request).then(
        () => true,
        () => false,
      )
      if (isTaken) return true
    }
    await sleep(askMs, undefined, { signal }).catch(() => {})
  }
  return false
}
