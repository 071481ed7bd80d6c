import type { NightResult } from '../../workflows/night-run.ts'
import type { JobScript } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Patience } from '../../workflows/patience.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { printed } from '../cli/json/printed.ts'
import { briefCompose, briefly } from './brief.ts'
import { nightjar, type Ran } from './nightjar.ts'
import { setStage, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

/** A required test that fails until somebody restarts it. */
const failing: readonly JobScript[] = [
  { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed', passesOnRestart: true },
]

const long = { deadline: '20 min', lap: '1 min', look: '700 ms' }
export const stayOpen = { patience: { ...unhurried, watch: long, open: '20 min' } }

/** A stage with a broken night and no second chances: a failed job is the business of those who order. */
export async function brokenStage(name: string, date: string, options = {}): Promise<Stage> {
  const stage = await setStage(briefly(name, [briefCompose({ jobs: failing })]), date, options)
  const settings = { ...stage.settings, openqa: { ...stage.settings.openqa, restarts: 0 } }
  return { ...stage, settings }
}

/** Plays a night up to its first report, which is delivered. */
export async function play(stage: Stage, otherwise: Partial<Patience> = {}): Promise<NightResult> {
  const { client, clock, settings, date } = stage
  clock.begin()
  const { workflowId } = await startNight(client, {
    night: { stream: 'rawhide', date },
    patience: { ...settings.patience, ...otherwise },
    taskQueue: settings.task_queue,
  })
  return await awaitNight(client, workflowId)
}

/** Plays a broken night that ends with its report. */
export async function playToItsEnd(stage: Stage): Promise<NightResult> {
  const { watch } = stage.settings.patience
  return await play(stage, { watch: { ...watch, deadlineMs: 0 } })
}

export const progressOf = (stage: Stage) =>
  stage.client.workflow.getHandle(`nightly/rawhide/${stage.date}`).query<NightProgress>('progress')

export function restartsOf({ lab }: Stage): number {
  return lab.openqa.requests().filter(({ path }) => path.endsWith('/restart')).length
}

export async function asJson(
  stage: Stage,
  ...args: readonly string[]
): Promise<Ran & { readonly json: unknown }> {
  const ran = await nightjar(stage, ...args, '--json')
  return { ...ran, json: ran.out === '' ? null : printed('nightjar/order/1', ran.out) }
}
