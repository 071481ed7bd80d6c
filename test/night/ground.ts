import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { NativeConnection, type WorkflowBundlePath } from '@temporalio/worker'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { sharedWorker, type SharedWorker } from './shared-worker.ts'

/**
 * What the cells of a matrix share: a Temporal server, a worker in this process, and the bundled workflows.
 */
export interface Ground extends AsyncDisposable {
  readonly address: string
  readonly connection: NativeConnection
  readonly client: Client
  readonly shared: SharedWorker
  readonly taskQueue: string
  /** A file, also for workers in processes of their own. */
  readonly bundle: WorkflowBundlePath
}

/** Prepares the ground and lets its worker run; disposing of it stops the worker. */
export async function prepareGround(address: string, bundle: WorkflowBundlePath): Promise<Ground> {
  await using stack = new AsyncDisposableStack()
  // Matrices that run at once share a server, and a worker serves only the nights of its own.
  const taskQueue = `matrix-${randomUUID()}`
  const place = { options: { address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (connected) => connected.connection.close())
  const connection = stack.adopt(await NativeConnection.connect({ address }), (connected) =>
    connected.close(),
  )
  const shared = await sharedWorker(connection, taskQueue, bundle)
  const running = shared.worker.run()
  stack.defer(async () => {
    shared.worker.shutdown()
    await running
  })
  const kept = stack.move()
  return {
    address,
    connection,
    client,
    shared,
    taskQueue,
    bundle,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
