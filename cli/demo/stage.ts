import type { Client } from '@temporalio/client'
import { nightClock, type NightClock } from '../../lab/clock.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import type { LabScenario } from '../../lab/script.ts'
import { startChild } from '../../workers/child.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { startTemporal, type EmbeddedTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { home } from '../../workers/folders.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { workerReady } from '../../workers/worker-ready.ts'
import { labMinutesPerSecond, writeLabSettings } from './lab-settings.ts'

/** What a demo runs on: the lab, a Temporal server, a worker process and a client. */
export interface DemoStage extends AsyncDisposable {
  readonly lab: Lab
  readonly clock: NightClock
  readonly temporal: EmbeddedTemporal
  /** The configuration, for those who look from another terminal. */
  readonly file: string
  readonly settings: Settings
  readonly client: Client
}

/**
 * Starts everything for a demo in its folder. Disposing stops all processes and servers, those that use
 * others first.
 */
export async function setDemoStage(scenario: LabScenario, date: string, folder: string): Promise<DemoStage> {
  await using stack = new AsyncDisposableStack()
  const clock = nightClock(labMinutesPerSecond * 60)
  const lab = stack.adopt(await startLab({ scenario, date, clock, folder }), (started) => started.close())
  const temporal = stack.adopt(await startTemporal(folder), (started) => started.stop())
  const postgres = stack.adopt(await startPostgres({ folder }), (started) => started.close())
  const file = await writeLabSettings(lab, { folder, taskQueue: 'nightjar', temporalUi: temporal.ui })
  const settings = loadConfig(file)
  const worker = startChild(process.execPath, [`${home}cli/main.ts`, 'worker', '--config', file], {
    log: `${folder}/worker.log`,
    environment: {
      NIGHTJAR_DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      NIGHTJAR_OPENQA_KEY: lab.openqaKey.key,
      NIGHTJAR_OPENQA_SECRET: lab.openqaKey.secret,
    },
  })
  stack.defer(() => worker.stop())
  const place = { options: { address: temporal.address }, namespace: 'default', ui: temporal.ui }
  const client = stack.adopt(await connectClient(place), (connected) => connected.connection.close())
  await workerReady(client, settings.task_queue)
  const kept = stack.move()
  return { lab, clock, temporal, file, settings, client, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
