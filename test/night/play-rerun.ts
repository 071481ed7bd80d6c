import { setTimeout as sleep } from 'node:timers/promises'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { Guard } from '../../lab/gates/spoil.ts'
import type { JobScript } from '../../lab/script.ts'
import { parseReport } from '../../report/report-schema.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { giveOrder } from '../../workers/orders/give-order.ts'
import { newestRun } from '../../workers/orders/known-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { awayOnce } from './away-once.ts'
import type { Ground } from './ground.ts'
import { mishapOf, type Underway } from './mishap.ts'
import type { RerunCell } from './rerun-cells.ts'
import { smallCompose } from './small-night.ts'
import { setSmallStage, type SmallStage } from './small-stage.ts'
import { strikeOnce, type Striker } from './strike-once.ts'

/** Two jobs fail until somebody restarts them; the children of the first are skipped. */
const jobs: readonly JobScript[] = [
  { flavor: 'Server-dvd-iso', test: 'install_default_upload', result: 'failed', passesOnRestart: true },
  { flavor: 'Everything-boot-iso', test: 'install_default', result: 'failed', passesOnRestart: true },
]

/** On a busy machine an answer may take seconds, and only the one that is spoiled should be given up. */
const patience = { call: '40 s', act: '60 s', send: '25 s' }

/** Ends what hangs: no load makes a night take as long. */
const longestMs = 590_000

const open = { deadlineMs: 1_200_000, lapMs: 60_000, lookMs: 400 }

/** Plays the night of a cell to its report, has what failed run again, and plays it to its end. */
export async function playRerun(ground: Ground, cell: RerunCell) {
  const night = { stream: 'rawhide', date: cell.date } as const
  const id = nightId(night)
  const { promise, resolve: begin } = Promise.withResolvers<Underway>()
  const mishap = mishapOf(cell, promise)
  const striker = strikerOf(cell, mishap.spoil)
  const taskQueue = mishap.taskQueue(ground, night)
  const options = { taskQueue, guard: striker.guard, patience, restarts: 0 }
  await using stage = await setSmallStage([smallCompose(night, jobs)], options)
  const underway = { ground, stage, night, taskQueue, end: () => endOf(ground, id) }
  begin(underway)
  await using _ = { [Symbol.asyncDispose]: () => mishap.clear() }
  ground.shared.serve(id, { ...stage, archive: striker.over(stage) })
  const limits = { ...stage.settings.patience, watch: open, openMs: open.deadlineMs }
  await startNight(ground.client, { night, patience: limits, taskQueue })
  const ordered = async () => {
    await awaitNight(ground.client, id)
    striker.arm()
    const known = { id, compose: null, due: null, run: await newestRun(ground.client, id) }
    const request = { jobs: 'failed' } as const
    const give = () => giveOrder(ground.client, stage.settings, known, { name: 'rerun', request })
    let outcome = await give()
    // On a busy machine no worker may take it within five seconds; a person gives it again.
    while (outcome.kind === 'not taken') outcome = await give()
    return outcome
  }
  const late = sleep(longestMs, null, { ref: false })
  const played = await Promise.race([Promise.all([ordered(), mishap.play(underway)]), late])
  if (played === null) throw new Error(`${id} has no end after ${longestMs / 1000} s`)
  const [{ kind: order }, { result }] = played
  return { strikes: striker.strikes(), order, ...result, ...(await tracesOf(stage, id)) }
}

interface ArmedStriker extends Striker {
  /** From now on it strikes. */
  arm(): void
  /** The archive of a stage, which it may strike. */
  over(stage: SmallStage): SmallStage['archive']
}

function strikerOf({ call, moment }: RerunCell, spoil: Parameters<typeof strikeOnce>[1]): ArmedStriker {
  let isArmed = false
  let awayFor = 0
  const arm = () => {
    isArmed = true
  }
  if ('is' in call) {
    const striker = strikeOnce(call, spoil)
    const guard: Guard = (passing) => (isArmed ? striker.guard(passing) : null)
    return { ...striker, guard, arm, over: ({ archive }) => archive }
  }
  const isNow = () => {
    if (isArmed) awayFor += 1
    return isArmed && awayFor === 1
  }
  const spoiled = { act: call.act, when: moment === 'after' ? moment : 'before' } as const
  return {
    guard: () => null,
    strikes: () => Math.min(awayFor, 1),
    arm,
    over: ({ archive }) => awayOnce(archive, spoiled, isNow),
  }
}

/** Waits until a night has closed, and its last report is delivered. */
async function endOf({ client }: Ground, id: string): Promise<NightResult> {
  const result: NightResult = await client.workflow.getHandle(id).result()
  if (result.delivery !== null) await client.workflow.getHandle(result.delivery).result()
  return result
}

/** What the night left behind in openQA, in the archive and in the inbox. */
async function tracesOf({ lab, archive }: SmallStage, run: string) {
  const made = lab.openqa.jobs()
  const clones = made.flatMap(({ originId }) => made.find((job) => job.id === originId) ?? [])
  const { amends, orders } = parseReport((await archive.reportOf(run)) ?? '')
  const mails = lab.inbox.mails()
  return {
    posted: lab.openqa
      .posts()
      .map(({ settings }) => settings['FLAVOR'] ?? '')
      .toSorted((one, other) => (one < other ? -1 : 1)),
    /** The jobs that were cloned, one entry a clone. */
    cloned: clones.map(({ settings }) => `${settings['FLAVOR']} ${settings['TEST']}`).toSorted(),
    editions: (await archive.editionsOf(run)).map(({ number }) => number),
    said: amends?.changes[0],
    became: orders.map(({ became }) => became),
    mails: mails.length,
    inThread: mails.filter(({ inReplyTo }) => inReplyTo === mails[0]?.messageId).length,
    deliveries: lab.inbox.deliveries().length,
  }
}
