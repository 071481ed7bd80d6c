import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkflowBundlePath } from '@temporalio/worker'
import type { Client } from '@temporalio/client'
import { inject } from 'vitest'
import type { NightArchive } from '../../archive/night-archive.ts'
import { writeLabSettings, type LabSettings } from '../../cli/demo/lab-settings.ts'
import { nightClock, type NightClock } from '../../lab/clock.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import type { LabScenario } from '../../lab/script.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { connectClient, type TemporalPlace } from '../../workers/temporal/temporal.ts'
import { freshDatabase, type FreshDatabase } from '../archive/fresh-database.ts'
import { quietRuntime } from './quiet-runtime.ts'
import { unhurried } from './unhurried.ts'

/** A lab and a client of the run's Temporal server; workers are the test's to start. */
export interface Stage extends AsyncDisposable {
  readonly lab: Lab
  readonly clock: NightClock
  readonly date: string
  readonly folder: string
  readonly file: string
  readonly settings: Settings
  readonly place: TemporalPlace
  readonly client: Client
  /** The archive that the nights of the stage are in, and no others. */
  readonly archive: NightArchive
}

quietRuntime()

/** The workflows, bundled once for all tests of a run. */
export function workflowBundle(): WorkflowBundlePath {
  return { codePath: inject('workflowCode') }
}

/** What a stage has otherwise than the demo's. */
export interface StageOptions extends Partial<LabSettings> {
  /** The environment is the whole file's: tests without a key need a file of their own. */
  readonly openqaKey?: 'given' | 'absent'
  /** Lab minutes in one second of real time. */
  readonly speed?: number
  /** The archive, which the stage disposes of; one on the tests' server if absent. */
  readonly database?: FreshDatabase
}

/** Sets a stage for a scenario; `date` keeps its nights apart from those of other tests. */
export async function setStage(
  scenario: LabScenario,
  date: string,
  { openqaKey = 'given', speed = 80, patience = unhurried, database, ...otherwise }: StageOptions = {},
): Promise<Stage> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-night-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const clock = nightClock(speed * 60)
  const lab = stack.adopt(await startLab({ scenario, date, clock, folder }), (started) => started.close())
  const { url: databaseUrl, archive } = stack.use(database ?? (await freshDatabase()))
  const taskQueue = `${scenario.name}-${date}`
  const file = await writeLabSettings(lab, {
    folder,
    taskQueue,
    databaseUrl,
    temporalUi: 'http://127.0.0.1:8233',
    patience,
    ...otherwise,
  })
  const place = { options: { address: inject('temporalAddress') }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (connected) => connected.connection.close())
  if (openqaKey === 'given') {
    const { key, secret } = lab.openqaKey
    Object.assign(process.env, { NIGHTJAR_OPENQA_KEY: key, NIGHTJAR_OPENQA_SECRET: secret })
  }
  const kept = stack.move()
  const settings = loadConfig(file)
  return {
    lab,
    clock,
    date,
    folder,
    file,
    settings,
    place,
    client,
    archive,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** Runs a worker in this process for as long as something lasts. */
export async function withWorker<Result>(stage: Stage, act: () => Promise<Result>): Promise<Result> {
  const { workers } = await makeWorker(stage.settings, stage.place, stage.archive, {
    bundle: workflowBundle(),
  })
  return await workers.runUntil(act)
}
