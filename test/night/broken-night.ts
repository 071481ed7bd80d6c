import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { JobScript } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { briefCompose, briefly } from './brief.ts'
import { setStage, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

/** A required test that fails until somebody restarts it. */
const failing: readonly JobScript[] = [
  { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed', passesOnRestart: true },
]

const long = { deadline: '20 min', lap: '1 min', look: '700 ms' }

/** A stage with a broken night that stays open, and no second chances: a failed job is for a person. */
export async function brokenStage(name: string, date: string): Promise<Stage> {
  const patience = { ...unhurried, watch: long, open: '20 min' }
  const stage = await setStage(briefly(name, [briefCompose({ jobs: failing })]), date, { patience })
  const settings = { ...stage.settings, openqa: { ...stage.settings.openqa, restarts: 0 } }
  return { ...stage, settings }
}

/** Plays such a night up to its first report, which is delivered. */
export async function playToReport(stage: Stage): Promise<NightResult> {
  await startRawhide(stage)
  stage.clock.begin()
  return await awaitNight(stage.client, idOf(stage))
}

/** Starts the Rawhide night of a stage; answers whether it did. */
export async function startRawhide({ client, settings, date }: Stage): Promise<boolean> {
  const { patience, task_queue: taskQueue } = settings
  const { started } = await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
  return started
}

/** The workflow id of the Rawhide night of a stage. */
export function idOf({ date }: Pick<Stage, 'date'>): string {
  return nightId({ stream: 'rawhide', date })
}

/** What openQA, the archive and the inbox have of a stage's night. */
export async function tracesOf({ lab, archive, date }: Stage) {
  const jobs = lab.openqa.jobs()
  const posted = lab.openqa
    .posts()
    .map(({ settings: { BUILD, FLAVOR, ARCH } }) => `${BUILD} ${FLAVOR} ${ARCH}`)
  const editions = await archive.editionsOf(idOf({ date }))
  return {
    /** How many products were posted more than once. */
    postedTwice: posted.length - new Set(posted).size,
    /** The tests that openQA has a further try of, one entry a try. */
    clones: jobs.filter(({ originId }) => originId !== null).map(({ settings }) => settings['TEST']),
    editions: editions.map(({ number, verdict }) => `${number} ${verdict}`),
    mails: lab.inbox.mails().length,
    deliveries: lab.inbox.deliveries().length,
  }
}
