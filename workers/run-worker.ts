import { hostname } from 'node:os'
import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import type { NightArchive } from '../archive/night-archive.ts'
import { createActivities } from '../activities/index.ts'
import { toldActivities } from '../activities/told-activities.ts'
import type { Settings } from './config/config.ts'
import { dataConverterOf } from './codec/data-converter.ts'
import { connectWorker, type TemporalPlace } from './temporal/temporal.ts'
import { createNightWorkers, type NightWorkers, type Rates } from './process/night-workers.ts'
import { servedNames, type Served } from './process/served.ts'
import { deploymentOf, versioned, type Deployment } from './process/deployment.ts'
import { workflowBundle } from './process/workflow-bundle.ts'
import { tools } from './folders.ts'
import { programBuild } from './program-version.ts'
import { makeTools } from './tools.ts'
import { checkServer } from './temporal/check-server.ts'

/** What a worker process may have otherwise than most have. */
export interface WorkerChoices {
  /** The bundled workflows; kept or made by itself if absent. */
  readonly bundle?: WorkflowBundleOption
  /** All task queues if absent. */
  readonly serves?: readonly Served[]
}

/** The workers of a process, and their connection. */
export interface MadeWorker {
  readonly workers: NightWorkers
  readonly connection: NativeConnection
  /** Null where nights may change versions. */
  readonly deployment: Deployment | null
}

/**
 * The connected workers of a process. Their `run` returns after their shutdown.
 * @throws NoTemporal if the server does not answer, or is not set up for the nights
 */
export async function makeWorker(
  settings: Settings,
  place: TemporalPlace,
  archive: NightArchive,
  { bundle, serves = servedNames }: WorkerChoices = {},
): Promise<MadeWorker> {
  const { namespace, codec = [] } = place
  const connection = await connectWorker(place)
  try {
    await checkServer(connection, place)
    const ownBundle = serves.includes('nights')
      ? (bundle ?? (await workflowBundle([tools, settings.folder], { encodes: codec.length > 0 })))
      : null
    const deployment = deploymentOf(settings)
    const workers = await createNightWorkers({
      connection,
      namespace,
      dataConverter: dataConverterOf(codec),
      identity: `${process.pid}@${hostname()} nightjar ${await programBuild()}`,
      taskQueue: settings.task_queue,
      serves,
      rates: ratesOf(settings),
      ...(ownBundle && { workflowBundle: ownBundle }),
      ...(deployment && { workerDeploymentOptions: versioned(deployment) }),
      activities: toldActivities(createActivities(makeTools(settings, archive))),
      shutdownGraceTime: '10s',
    })
    return { workers, connection, deployment }
  } catch (error) {
    // An open connection would keep the process alive.
    await connection.close()
    throw error
  }
}

function ratesOf({ worker }: Pick<Settings, 'worker'>): Rates {
  return { openqa: worker.openqa_per_second, koji: worker.koji_per_second, trees: worker.trees_per_second }
}
