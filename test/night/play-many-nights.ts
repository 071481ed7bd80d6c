import { NativeConnection, type WorkflowBundleOption } from '@temporalio/worker'
import type { Delivery } from '../../archive/nights/deliveries.ts'
import { nightId } from '../../compose/naming/night.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import { parseReport } from '../../report/report-schema.ts'
import { linesOf } from '../../report/tests.ts'
import type { NightResult } from '../../workflows/night-run.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { manyNights, type OneOfMany } from './many-scripts.ts'
import { ownWorker } from './own-worker.ts'
import { smallFlavors } from './small-night.ts'
import { setSmallStage, type SmallStage } from './small-stage.ts'
import { spoilAtRandom } from './spoil-at-random.ts'
import { startInTurns } from './turns.ts'

/** How many nights, of which every call is spoiled with what chance. */
export interface ManyOptions {
  readonly nights: number
  readonly seed: number
  /** From 0 to 1. */
  readonly share: number
  readonly atOnce: number
  readonly address: string
  readonly bundle: WorkflowBundleOption
}

/** What came of many nights. `doubled` and `missing` name products: a post of one flavor of one compose. */
export interface Tally {
  readonly calls: number
  readonly spoiled: number
  readonly products: number
  readonly doubled: readonly string[]
  readonly missing: readonly string[]
  readonly reports: number
  readonly mails: number
  readonly deliveries: number
  /** Runs whose mail did not come though its delivery does not say that this is unknown. */
  readonly silent: readonly string[]
  /** Of the mail that came most often. */
  readonly mostCopies: number
  /** Nights whose verdict is not the one of their script, and those that failed. */
  readonly wrong: readonly string[]
}

/** Plays many nights in one lab, with one worker, one archive and one inbox. */
export async function playManyNights(options: ManyOptions): Promise<Tally> {
  const nights = manyNights(options.nights)
  const composes = nights.flatMap(({ compose }) => compose ?? [])
  const { guard, seen } = spoilAtRandom(options.seed, options.share)
  const taskQueue = `many-${options.seed}`
  await using stage = await setSmallStage(composes, {
    taskQueue,
    guard,
    patience: { call: '20 s', act: '24 s', send: '15 s' },
  })
  const wrong = await playAll(options, stage, nights)
  return { ...seen(), ...productsOf(stage, nights), ...(await messagesOf(stage)), wrong }
}

async function playAll(
  { address, bundle, atOnce }: ManyOptions,
  stage: SmallStage,
  nights: readonly OneOfMany[],
): Promise<readonly string[]> {
  const place = { options: { address }, namespace: 'default', ui: null }
  const client = await connectClient(place)
  const { patience, task_queue: taskQueue } = stage.settings
  const play = async (one: OneOfMany): Promise<string | null> => {
    const { night, expects } = one
    // The sooner a night without a compose is given up, the better; but not before it was looked for.
    const find = expects === 'absent' ? { ...patience.find, deadlineMs: 8000 } : patience.find
    await startNight(client, { night, patience: { ...patience, find }, taskQueue })
    const result = await awaitNight(client, nightId(night))
    return (await isAsScripted(stage, nights, one, result))
      ? null
      : `${nightId(night)} ${result.verdict}, not ${expects}`
  }
  const connection = await NativeConnection.connect({ address })
  const worker = await ownWorker(connection, stage, bundle)
  try {
    return await worker.runUntil(async () => {
      const ends = await Promise.allSettled(startInTurns(nights, atOnce, play).values())
      return ends.flatMap((end) => (end.status === 'fulfilled' ? (end.value ?? []) : String(end.reason)))
    })
  } finally {
    await Promise.all([client.connection.close(), connection.close()])
  }
}

/** Whether a night came to the verdict of its script, or to another that is as true. */
export async function isAsScripted(
  stage: SmallStage,
  nights: readonly OneOfMany[],
  one: OneOfMany,
  { verdict, outcome }: NightResult,
): Promise<boolean> {
  // Where each of its last looks went wrong, a night without a compose must not say that there is none.
  const couldNotLook = one.expects === 'absent' && outcome === 'unobserved'
  return verdict === one.expects || couldNotLook || (await failsAsBefore(stage, nights, one))
}

/**
 * Whether a night's failure is old, which is no reason for DEGRADED: where the nights between two that fail
 * in the same test report late, the later one is compared with the earlier.
 */
async function failsAsBefore(
  { archive }: SmallStage,
  nights: readonly OneOfMany[],
  { night, kind, expects }: OneOfMany,
): Promise<boolean> {
  const json = expects === 'degraded' ? await archive.reportOf(nightId(night)) : null
  if (json === null) return false
  const { verdict, tests } = parseReport(json)
  const [failed, ...others] = linesOf(tests, ...failedClasses)
  const before = nights.find(({ compose }) => compose !== null && compose.id === failed?.failing?.since)
  return verdict === 'passed' && others.length === 0 && failed?.class === 'still' && before?.kind === kind
}

/** The products that openQA took of the composes of some nights. */
export function productsOf({ lab }: SmallStage, nights: readonly OneOfMany[]) {
  const posted = lab.openqa.posts().map(({ settings }) => `${settings['BUILD']} ${settings['FLAVOR']}`)
  const due = nights.flatMap(({ compose }) =>
    compose === null ? [] : smallFlavors.map((flavor) => `${compose.id} ${flavor}`),
  )
  const once = new Set(posted)
  return {
    products: once.size,
    doubled: posted.filter((name, at) => posted.indexOf(name) !== at),
    missing: due.filter((name) => !once.has(name)),
  }
}

/** The reports and mails of the nights in an archive. */
export async function messagesOf({ lab, archive }: Pick<SmallStage, 'lab' | 'archive'>) {
  const { inbox } = lab
  const nights = await archive.nights({ limit: 1000 })
  const copies = [...Map.groupBy(inbox.deliveries(), ({ messageId }) => messageId).values()]
  const editions = await Promise.all(nights.map(({ run }) => archive.editionsOf(run)))
  return {
    reports: editions.flat().length,
    mails: inbox.mails().length,
    deliveries: inbox.deliveries().length,
    silent: (await Promise.all(nights.map(({ run }) => isSilent({ lab, archive }, run)))).flat(),
    mostCopies: Math.max(0, ...copies.map(({ length }) => length)),
  }
}

/** The run, if nothing tells that its mail may be lost: one of unknown outcome is sent twice and no more. */
async function isSilent(
  { lab, archive }: Pick<SmallStage, 'lab' | 'archive'>,
  run: string,
): Promise<readonly string[]> {
  const deliveries = await archive.deliveriesOf(run)
  const came = new Set(lab.inbox.mails().map(({ messageId }) => messageId))
  const isTold = ({ state, messageId }: Delivery) => state === 'unknown' || came.has(messageId ?? '')
  return deliveries.length > 0 && deliveries.every(isTold) ? [] : [run]
}
