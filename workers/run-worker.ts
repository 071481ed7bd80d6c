import { hostname } from 'node:os'
import { DefaultLogger, Runtime, Worker, type LogLevel, type WorkflowBundleOption } from '@temporalio/worker'
import type { NightArchive } from '../archive/night-archive.ts'
import { createActivities } from '../activities/index.ts'
import type { Settings } from './config/config.ts'
import { connectWorker, type TemporalPlace } from './temporal/temporal.ts'
import { programFile } from './folders.ts'
import { programBuild } from './program-version.ts'
import { makeTools } from './tools.ts'
import { checkServer } from './temporal/check-server.ts'

/** Where the bundler finds the workflows. */
export const workflowsPath: string = programFile('workflows/index')

/**
 * A connected worker for the nights. Its `run` returns after its shutdown. It bundles the workflows itself
 * unless it gets a bundle.
 * @throws NoTemporal if the server does not answer, or is not set up for the nights
 */
export async function makeWorker(
  settings: Settings,
  place: TemporalPlace,
  archive: NightArchive,
  bundle?: WorkflowBundleOption,
): Promise<Worker> {
  const connection = await connectWorker(place)
  try {
    await checkServer(connection, place)
    return await Worker.create({
      connection,
      namespace: place.namespace,
      identity: `${process.pid}@${hostname()} nightjar ${await programBuild()}`,
      taskQueue: settings.task_queue,
      ...(bundle === undefined ? { workflowsPath } : { workflowBundle: bundle }),
      activities: createActivities(makeTools(settings, archive)),
      shutdownGraceTime: '10s',
    })
  } catch (error) {
    // An open connection would keep the process alive.
    await connection.close()
    throw error
  }
}

/** A worker finishes its current work at each of these; SIGHUP is a terminal that was closed. */
const shutdownSignals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGHUP']

/** Sets the log level of the SDK and what ends it. Call it once, before anything else of the SDK. */
export function quieten(level: LogLevel): void {
  Runtime.install({ logger: new DefaultLogger(level), shutdownSignals })
}
