import { Runtime } from '@temporalio/worker'
import { hearBus } from '../bus/hear-bus.ts'
import type { Settings } from '../config/config.ts'
import { listenOf } from '../config/listen.ts'
import { openArchive } from '../open-archive.ts'
import { makeWorker } from '../run-worker.ts'
import { temporalPlace } from '../temporal/temporal.ts'
import { becomeFirst, type Deployment } from './deployment.ts'
import { logOptions } from './operator-log.ts'
import { countRequests } from './request-metrics.ts'
import { installMeteredRuntime, installRuntime } from './runtime.ts'
import type { Served } from './served.ts'
import { serviceHosts } from './service-hosts.ts'
import { serveStatus } from './status-server.ts'
import { workerStatus } from './worker-status.ts'

/** What a worker process works with. */
export interface Work {
  /** Of the archive's database. */
  readonly databaseUrl: string
  /** All task queues if absent. */
  readonly serves?: readonly Served[]
}

/** Runs a worker process until it is told to end; a part of its current work may take ten seconds more. */
export async function work(settings: Settings, { databaseUrl, serves }: Work): Promise<void> {
  const log = logOptions(process.env, process.stderr.isTTY)
  const listen = listenOf(settings)
  const metricsUrl = listen === null ? null : await installMeteredRuntime(log)
  if (metricsUrl === null) installRuntime(log)
  const place = temporalPlace(settings.folder)
  await using stack = new AsyncDisposableStack()
  const { archive } = stack.use(await openArchive(databaseUrl, { folder: settings.folder, say }))
  const { workers, connection, deployment } = await makeWorker(settings, place, archive, {
    ...(serves && { serves }),
  })
  say(`worker: polling ${workers.queues.join(', ')} at ${place.options.address}`)
  if (listen !== null && metricsUrl !== null) {
    countRequests(Runtime.instance().metricMeter, serviceHosts(settings))
    const status = workerStatus({ settings, workers, connection, metricsUrl })
    // Nights matter more than who watches over them.
    const server = await serveStatus(listen, status).catch((error: unknown) => notServed(listen, error))
    if (typeof server === 'string') say(server)
    else say(`worker: health and metrics at ${stack.use(server).url}`)
  }
  if (workers.queues.includes(settings.task_queue)) {
    const meter = Runtime.instance().metricMeter
    const bus = hearBus({ settings, connection, place, meter, say })
    if (bus !== null) stack.defer(() => bus.stop())
  }
  const over = new AbortController()
  stack.defer(() => over.abort())
  if (deployment !== null) void tellIfFirst(deployment)
  await workers.run()
  say('worker: stopped as it was told; nights go on with the next worker')

  async function tellIfFirst(version: Deployment): Promise<void> {
    if (await becomeFirst(connection, place.namespace, version, over.signal))
      say(`worker: build ${version.buildId} is the first of ${version.deploymentName}, and current now`)
  }
}

/** In the log, so that each line of it can be read by one program. */
function say(line: string): void {
  Runtime.instance().logger.info(line)
}

function notServed(listen: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return `worker: no health and metrics at ${listen} (${why}); set another NIGHTJAR_LISTEN, or worker.listen`
}
