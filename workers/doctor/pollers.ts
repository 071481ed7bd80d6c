import { isGrpcServiceError, type Client } from '@temporalio/client'

/** Temporal's numbers for a worker that was told to stop, and for one that has. */
const stopped: readonly unknown[] = [2, 3]

/** A worker that polled a task queue lately. */
export interface Poller {
  /** The build of its deployment; null where it has none. */
  readonly buildId: string | null
  /** When it polled last, or was stopped after that. */
  readonly lastMs: number
  readonly isAlive: boolean
}

/** A worker asks at least once a minute. */
const silentMs = 90_000

/**
 * The server may note a last poll after the worker said that it stops. One that starts again as soon as that
 * is seen with its next poll.
 */
const leavingMs = 5000

/**
 * The workers of a task queue. Temporal lists one for five minutes after its last poll, also one that was
 * stopped. A server that keeps the workers' heartbeats knows that at once, another one after 90 s.
 */
export async function pollersOf(
  client: Client,
  name: string,
  taskQueueType: number,
): Promise<readonly Poller[]> {
  const { namespace } = client.options
  const [{ pollers }, stops] = await Promise.all([
    client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType }),
    stopsOf(client, name),
  ])
  return pollers.map(({ identity, lastAccessTime, deploymentOptions }) => {
    const polledMs = msOf(lastAccessTime)
    const stoppedMs = stops.get(identity ?? '') ?? 0
    return {
      buildId: deploymentOptions?.buildId || null,
      lastMs: Math.max(polledMs, stoppedMs),
      isAlive: stoppedMs + leavingMs < polledMs && Date.now() - polledMs < silentMs,
    }
  })
}

/** When workers of a queue were stopped, by their identities. A later process may have the same one. */
async function stopsOf(client: Client, queue: string): Promise<ReadonlyMap<string, number>> {
  const query = `TaskQueue = '${queue.replaceAll("'", "''")}'`
  const beats = (await workersOf(client, query)).flatMap(({ workerHeartbeat }) => workerHeartbeat ?? [])
  return new Map(
    beats
      .filter(({ status }) => stopped.includes(status))
      .map(({ workerIdentity, heartbeatTime }) => [workerIdentity ?? '', msOf(heartbeatTime)] as const)
      .toSorted(([, a], [, b]) => a - b),
  )
}

/** Temporal's own code for a call that a server does not have. */
const unimplemented = 12

async function workersOf(client: Client, query: string) {
  const { namespace } = client.options
  try {
    return (await client.workflowService.listWorkers({ namespace, query })).workersInfo
  } catch (error) {
    const code: number | null = isGrpcServiceError(error) ? error.code : null
    if (code === unimplemented) return []
    throw error
  }
}

function msOf(
  time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined,
): number {
  return Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6
}
