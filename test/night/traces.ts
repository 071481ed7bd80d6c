import { nightId } from '../../compose/naming/night.ts'
import { startNight } from '../../workers/start-night.ts'
import type { Stage } from './stage.ts'

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
