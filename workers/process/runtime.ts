import { Runtime } from '@temporalio/worker'
import { freePort } from '../temporal/free-port.ts'
import { operatorLog, type LogOptions } from './operator-log.ts'

const hour = 3600

/** From a minute to the longest that a stage may take. */
const stageSeconds = [60, 600, 1800, ...[1, 2, 4, 6, 8, 10, 12, 14].map((hours) => hours * hour)]

/** A worker finishes its current work at each of these; SIGHUP is a terminal that was closed. */
const shutdownSignals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGHUP']

/** Says how much of the SDK is told, and what ends it. Call one of these once, before the SDK is used. */
export function installRuntime(log: LogOptions): void {
  Runtime.install({ logger: operatorLog(log, console.error), shutdownSignals })
}

/**
 * The same with metrics. The SDK's native part serves them on a port of its own, which only this machine can
 * reach; answers the URL.
 */
export async function installMeteredRuntime(log: LogOptions): Promise<string> {
  const bindAddress = `127.0.0.1:${await freePort()}`
  Runtime.install({
    logger: operatorLog(log, console.error),
    shutdownSignals,
    telemetryOptions: {
      metrics: {
        prometheus: {
          bindAddress,
          countersTotalSuffix: true,
          unitSuffix: true,
          useSecondsForDurations: true,
          histogramBucketOverrides: { nightjar_stage: stageSeconds },
        },
      },
    },
  })
  return `http://${bindAddress}/metrics`
}
