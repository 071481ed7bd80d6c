import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { nightClock, type NightClock } from '../../lab/clock.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import type { LabScenario } from '../../lab/script.ts'
import { startChild } from '../../workers/child.ts'
import { codecKeys } from '../../workers/codec/codec-keys.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { startTemporal, type EmbeddedTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { programFile } from '../../workers/folders.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { workerReady } from '../../workers/worker-ready.ts'
import { labMinutesPerSecond, writeLabSettings } from './lab-settings.ts'

/** What all nights of a demo run on: a Temporal server, the archive's database, and a client. */
export interface DemoServers extends AsyncDisposable {
  readonly folder: string
  readonly temporal: EmbeddedTemporal
  readonly databaseUrl: string
  readonly client: Client
}

/**
 * Starts the servers in the folder of a demo. Disposing stops them, those that use others first.
 * @throws ConfigMistakes for wrong keys in `NIGHTJAR_CODEC_KEYS`, which the demo's workers use, too
 */
export async function startDemoServers(folder: string): Promise<DemoServers> {
  const codec = codecKeys()
  await using stack = new AsyncDisposableStack()
  const temporal = stack.adopt(await startTemporal(folder), (started) => started.stop())
  const postgres = stack.adopt(await startPostgres({ folder }), (started) => started.close())
  const place = { options: { address: temporal.address }, namespace: 'default', ui: temporal.ui, codec }
  const client = stack.adopt(await connectClient(place), (connected) => connected.connection.close())
  const kept = stack.move()
  const { url: databaseUrl } = postgres
  return { folder, temporal, databaseUrl, client, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** What one night of a demo runs on: the lab of its date, and a worker process. */
export interface DemoStage extends AsyncDisposable {
  readonly lab: Lab
  readonly clock: NightClock
  readonly date: string
  /** The configuration, for those who look from another terminal. */
  readonly file: string
  readonly settings: Settings
}

/** A demo has secrets of its own, whichever files the environment names. */
const noSecretFiles = {
  NIGHTJAR_DATABASE_URL_FILE: '',
  NIGHTJAR_OPENQA_KEY_FILE: '',
  NIGHTJAR_OPENQA_SECRET_FILE: '',
}

/** Starts a night's lab and worker. Disposing stops both. */
export async function setDemoStage(
  { folder, temporal, databaseUrl, client }: DemoServers,
  scenario: LabScenario,
  date: string,
): Promise<DemoStage> {
  await using stack = new AsyncDisposableStack()
  const clock = nightClock(labMinutesPerSecond * 60)
  const own = join(folder, date)
  const lab = stack.adopt(await startLab({ scenario, date, clock, folder: own }), (started) =>
    started.close(),
  )
  const file = await writeLabSettings(lab, { folder, taskQueue: 'nightjar', temporalUi: temporal.ui })
  const settings = loadConfig(file)
  const worker = startChild(process.execPath, [programFile('cli/main'), 'worker', '--config', file], {
    log: `${folder}/worker.log`,
    environment: {
      ...noSecretFiles,
      NIGHTJAR_DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      NIGHTJAR_OPENQA_KEY: lab.openqaKey.key,
      NIGHTJAR_OPENQA_SECRET: lab.openqaKey.secret,
    },
  })
  stack.defer(() => worker.stop())
  await workerReady(client, settings.task_queue)
  const kept = stack.move()
  return { lab, clock, date, file, settings, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
