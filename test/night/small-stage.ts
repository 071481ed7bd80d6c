import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NightArchive } from '../../archive/night-archive.ts'
import { writeLabSettings } from '../../cli/demo/lab-settings.ts'
import { freshDatabase, type FreshDatabase } from '../archive/fresh-database.ts'
import { runningClock } from '../lab/running-clock.ts'
import { gatedLab } from '../../lab/gates/gated-lab.ts'
import type { Lab } from '../../lab/lab.ts'
import type { LabCompose } from '../../lab/nightly.ts'
import type { Guard } from '../../lab/gates/spoil.ts'
import { loadConfig, type Settings } from '../../workers/config/config.ts'
import { patientOf, smallArch } from './small-night.ts'
import { startSmallLab, type SmallLab } from './small-lab.ts'

/** A small lab behind gates, and the settings of those who work against it. */
export interface SmallStage extends AsyncDisposable {
  readonly lab: Lab
  /** The configuration file. */
  readonly file: string
  readonly settings: Settings
  readonly archive: NightArchive
}

/**
 * How long a silent service is waited for: a read a quarter of `call`, a post a third of `act`, a mail most
 * of `send`.
 */
export type CallPatience = Readonly<Record<'call' | 'act' | 'send', string>>

/** Forty lab minutes a second: jobs take a third of one. */
const clockScale = 2400

/** Who works against the lab, and what happens to their calls. */
export interface SmallStageOptions extends Pick<SmallLab, 'arch' | 'templates'> {
  readonly taskQueue: string
  readonly guard: Guard
  readonly patience: CallPatience
  /** The archive, which the stage disposes of; one on the tests' server if absent. */
  readonly database?: FreshDatabase
  /** Second chances that Nightjar gives; as many as it usually does if absent. */
  readonly restarts?: number
}

/** Sets a small stage for some composes; its clock runs from the start. */
export async function setSmallStage(
  composes: readonly LabCompose[],
  { taskQueue, guard, patience, restarts, database, ...tested }: SmallStageOptions,
): Promise<SmallStage> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-small-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const bare = await startSmallLab({
    composes,
    clock: runningClock(clockScale),
    folder,
    ...tested,
  })
  const lab = stack.adopt(await gatedLab(bare, guard), (gated) => gated.close())
  const { key, secret } = lab.openqaKey
  Object.assign(process.env, { NIGHTJAR_OPENQA_KEY: key, NIGHTJAR_OPENQA_SECRET: secret })
  const { url: databaseUrl, archive } = stack.use(database ?? (await freshDatabase()))
  const file = await writeLabSettings(lab, {
    folder,
    taskQueue,
    databaseUrl,
    patience,
    temporalUi: 'http://127.0.0.1:8233',
    arches: [tested.arch ?? smallArch],
    ...(restarts !== undefined && { restarts }),
  })
  const settings = loadConfig(file)
  const kept = stack.move()
  return {
    lab,
    file,
    archive,
    settings: { ...settings, patience: patientOf(settings.patience) },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
