import type { NativeConnection } from '@temporalio/worker'
import type { Settings } from '../config/config.ts'
import { askOverdue } from '../watch/ask-overdue.ts'
import { archiveMetrics } from './archive-metrics.ts'
import type { NightWorkers } from './night-workers.ts'
import type { Status } from './status-server.ts'

const temporalMs = 2000
const metricsMs = 3000

/** What a worker process is made of, and where the SDK tells its metrics. */
export interface WatchedWorker {
  readonly settings: Settings
  readonly workers: NightWorkers
  readonly connection: NativeConnection
  readonly metricsUrl: string
}

/** How a worker process stands, for health checks and Prometheus. */
export function workerStatus({ settings, workers, connection, metricsUrl }: WatchedWorker): Status {
  return {
    isAlive: () => !workers.hasFailed(),
    async needs() {
      const [temporal, archive] = await Promise.all([temporalStands(connection), archiveStands(settings)])
      return { workers: workers.isRunning() ? 'ok' : 'they do not poll', temporal, archive }
    },
    async metrics() {
      const [sdk, answer] = await Promise.all([
        fetch(metricsUrl, { signal: AbortSignal.timeout(metricsMs) }).then((response) => response.text()),
        askOverdue(settings, Date.now()),
      ])
      return sdk + archiveMetrics(answer)
    },
  }
}

async function temporalStands(connection: NativeConnection): Promise<string> {
  try {
    await connection.withDeadline(Date.now() + temporalMs, () => connection.workflowService.getSystemInfo({}))
    return 'ok'
  } catch {
    return 'it does not answer'
  }
}

async function archiveStands(settings: Settings): Promise<string> {
  const answer = await askOverdue(settings, Date.now())
  return answer === null ? 'none is configured' : answer.kind === 'known' ? 'ok' : answer.why
}
