import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import type { NightArchive } from '../../archive/night-archive.ts'
import { writeLabSettings } from '../../cli/demo/lab-settings.ts'
import { nightClock, type NightClock } from '../../lab/clock.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { startLabOpenQa, type LabOpenQa, type LabOpenQaOptions } from '../../lab/openqa/server.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { openArchive } from '../../workers/open-archive.ts'
import { startPostgres } from '../../workers/postgres/embedded-postgres.ts'
import { startTemporal, type EmbeddedTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { connectClient, type TemporalPlace } from '../../workers/temporal/temporal.ts'
import { patience as usual, type Patience, type StagePatience } from '../../workflows/patience.ts'
import { date, scenario } from './scenario.ts'
import { arches, postsOf, templatesFor } from './templates.ts'

/** What a measured night runs on, except for its worker. */
export interface BenchStage extends AsyncDisposable {
  readonly clock: NightClock
  readonly openqa: LabOpenQa
  readonly settings: Settings
  readonly place: TemporalPlace
  readonly temporal: EmbeddedTemporal
  readonly client: Client
  readonly archive: NightArchive
}

/** Lab time is this many times as fast as real time, and each wait of a night as many times shorter. */
const scale = 240

/** How the jobs of a night run: how long each takes, and how many at the same time. */
type HowJobsRun = Pick<LabOpenQaOptions, 'jobMinutes' | 'workers'>

/** Starts everything for a night with so many jobs. */
export async function setBenchStage(jobs: number, how: HowJobsRun = { jobMinutes: 25 }): Promise<BenchStage> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const clock = nightClock(scale)
  const lab = stack.adopt(await startLab({ scenario, date, clock, folder }), (each) => each.close())
  const openqa = stack.adopt(await startOpenQa(lab, clock, jobs, how), (each) => each.close())
  const temporal = stack.adopt(await startTemporal(folder), (each) => each.stop())
  const postgres = stack.adopt(await startPostgres({ folder }), (each) => each.close())
  const { archive } = stack.use(await openArchive(postgres.url))
  const place = { options: { address: temporal.address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (each) => each.connection.close())
  const file = await writeLabSettings(lab, { folder, taskQueue: 'bench', temporalUi: temporal.ui, arches })
  const kept = stack.move()
  return {
    clock,
    openqa,
    place,
    temporal,
    client,
    archive,
    settings: onOpenQa(loadConfig(file), openqa.url),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

function startOpenQa(
  { openqaKey }: Lab,
  clock: NightClock,
  jobs: number,
  how: HowJobsRun,
): Promise<LabOpenQa> {
  const { key, secret } = openqaKey
  Object.assign(process.env, { NIGHTJAR_OPENQA_KEY: key, NIGHTJAR_OPENQA_SECRET: secret })
  return startLabOpenQa({
    clock,
    key,
    secret,
    ...how,
    templates: templatesFor(postsOf(scenario, date), jobs),
    outcomes: () => scenario.nights[0]?.composes[0]?.jobs ?? [],
  })
}

function onOpenQa(settings: Settings, url: string): Settings {
  return { ...settings, openqa: { ...settings.openqa, url }, patience: shortened(settings.patience) }
}

/** The waits of a real night in lab time. Single calls keep real time. */
function shortened(lab: Patience): Patience {
  return {
    ...lab,
    find: short(usual.find),
    complete: short(usual.complete),
    schedule: short(usual.schedule),
    await: short(usual.await),
    // No next night reports, so it would stay open for three days.
    watch: short({ ...usual.watch, deadlineMs: 0 }),
  }
}

function short({ deadlineMs, lapMs, lookMs }: StagePatience): StagePatience {
  return { deadlineMs: deadlineMs / scale, lapMs: lapMs / scale, lookMs: lookMs / scale }
}
