import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { writeLabSettings } from '../../cli/demo/lab-settings.ts'
import { nightId, type Night } from '../../compose/naming/night.ts'
import { nightClock, type LabClock } from '../../lab/clock.ts'
import type { Lab } from '../../lab/lab.ts'
import type { LabCompose } from '../../lab/nightly.ts'
import { smallArch, smallCompose } from '../../test/night/small-night.ts'
import { startSmallLab } from '../../test/night/small-lab.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { openArchive } from '../../workers/open-archive.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { startNight } from '../../workers/start-night.ts'
import { startTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { NightResult } from '../../workflows/night-run.ts'
import type { StagePatience } from '../../workflows/patience.ts'

/** How long a night took to notice, in milliseconds. */
export interface Latency {
  /** From the minute when the compose finished to the first post. */
  readonly toPost: number
  /** From the end of the last job to the end of the delivery of the mail. */
  readonly toMail: number
}

/** Real milliseconds between two looks: a twelfth of a real night's. */
export const lookMs = 10_000
const scale = 120_000 / lookMs

/** Lab minutes from the start of the clock until the first compose finishes, and from then until the last. */
const [first, spread] = [25, 20]

/** Plays so many nights at once, whose composes finish one after the other. */
export async function latencies(count: number): Promise<readonly Latency[]> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const clock = nightClock(scale)
  clock.begin()
  const beganAt = Date.now()
  const composes = Array.from({ length: count }, (_, nth) => finishing(nth, first + (nth * spread) / count))
  const lab = stack.adopt(await startSmallLab({ composes, clock, folder }), (each) => each.close())
  const temporal = stack.adopt(await startTemporal(folder, { database: 'memory' }), (each) => each.stop())
  const postgres = stack.adopt(await startPostgres({ folder }), (each) => each.close())
  const { archive } = stack.use(await openArchive(postgres.url))
  const place = { options: { address: temporal.address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (each) => each.connection.close())
  const settings = await settingsFor(lab, folder, temporal.ui)
  const { workers } = await makeWorker(settings, place, archive)
  return await workers.runUntil(() =>
    Promise.all(
      composes.map((compose, nth) =>
        played({ client, settings, lab, clock, beganAt }, compose, nightOf(nth)),
      ),
    ),
  )
}

async function settingsFor(lab: Lab, folder: string, temporalUi: string): Promise<Settings> {
  const { key, secret } = lab.openqaKey
  Object.assign(process.env, { NIGHTJAR_OPENQA_KEY: key, NIGHTJAR_OPENQA_SECRET: secret })
  const file = await writeLabSettings(lab, { folder, taskQueue: 'bench', temporalUi, arches: [smallArch] })
  const settings = loadConfig(file)
  const stage: StagePatience = { deadlineMs: 3_600_000, lapMs: 600_000, lookMs }
  const stages = { find: stage, complete: stage, schedule: stage, await: stage }
  return { ...settings, patience: { ...settings.patience, ...stages } }
}

interface Playing {
  readonly client: Client
  readonly settings: Settings
  readonly lab: Lab
  readonly clock: LabClock
  /** When the lab's minute 0 was, in milliseconds since the epoch. */
  readonly beganAt: number
}

async function played(
  { client, settings, lab, clock, beganAt }: Playing,
  { id, script }: LabCompose,
  night: Night,
): Promise<Latency> {
  const { patience, task_queue: taskQueue } = settings
  await startNight(client, { night, patience, taskQueue })
  const result: NightResult = await client.workflow.getHandle(nightId(night)).result()
  const delivery = client.workflow.getHandle(result.delivery ?? 'no delivery')
  await delivery.result()
  const { closeTime } = await delivery.describe()
  const finishedAt = beganAt + clock.realMs(script.statuses.at(-1)?.at ?? Number.NaN)
  const posts = lab.openqa.posts().filter((post) => post.settings['BUILD'] === id)
  const jobs = lab.openqa.jobs().filter((job) => job.settings['BUILD'] === id)
  return {
    toPost: Math.min(...posts.map(({ createdAt }) => createdAt.getTime())) - finishedAt,
    toMail:
      (closeTime?.getTime() ?? Number.NaN) - Math.max(...jobs.map((job) => job.finishedAt?.getTime() ?? 0)),
  }
}

/** A compose whose last missing condition is its STATUS. */
function finishing(nth: number, at: number): LabCompose {
  const compose = smallCompose(nightOf(nth), [])
  const statuses = [
    { at: 0, status: 'STARTED' },
    { at, status: 'FINISHED' },
  ]
  return { ...compose, script: { ...compose.script, statuses } }
}

function nightOf(nth: number): Night {
  return { stream: 'rawhide', date: new Date(Date.UTC(2032, 0, 1 + nth)).toISOString().slice(0, 10) }
}
