import type { NightEnd, Reported } from '../night-run.ts'
import type { JobSelection } from '../../jobs/results/to-rerun.ts'
import type { WatchOrder } from '../orders/order.ts'
import type { NightContext } from '../night-context.ts'
import { play } from '../play.ts'
import { report } from '../stages/report.ts'
import type { StageName } from '../stage.ts'
import { notDone } from '../orders/not-done.ts'
import { planAgain } from './plan-again.ts'
import { runJobsAgain } from './run-jobs-again.ts'

/** Carries an order out that needs another report, and says what came of it. */
export async function carryOut(
  context: NightContext,
  order: WatchOrder,
  reported: Reported,
): Promise<Reported> {
  const { desk } = context
  if (order.name === 'accept') {
    desk.became(order, 'reported again')
    return await report(context, reported.left.ending, reported)
  }
  const { what } = order
  const { ending } = reported.left
  const from = what.kind === 'stage' ? what.from : stageToBeginAt(ending)
  if (what.kind !== 'stage' && from === null) return await again(context, order, what, reported)
  const begin = from ?? 'find'
  context.recorder.again(begin)
  const end = await play(context, begin, begin === 'find' ? null : ending)
  if ('covered' in end) {
    desk.became(order, end.covered.subject)
    return { ...reported, result: { ...end.covered, left: reported.left } }
  }
  desk.became(order, `${begin} and what follows, once more`)
  return await report(context, end, reported)
}

/** Where a night without tests begins again; null if its jobs are to be run again. */
function stageToBeginAt({ outcome, compose, status, posts }: NightEnd): StageName | null {
  switch (outcome) {
    case 'tested':
      return null
    case 'unfinished-tests':
      return posts === undefined ? 'schedule' : null
    case 'unfinished-compose':
    case 'unobserved':
    case 'cancelled':
      return compose === null || status === 'DOOMED' || status === 'TERMINATED' ? 'find' : 'complete'
    case 'absent':
    case 'no-branched':
      return 'find'
    default:
      return outcome satisfies never
  }
}

async function again(
  context: NightContext,
  order: WatchOrder,
  what: JobSelection,
  reported: Reported,
): Promise<Reported> {
  const ending = await planAgain(context, reported.left.ending)
  if ('unplanned' in ending) {
    context.desk.became(order, `${notDone}${ending.unplanned}`)
    return reported
  }
  const jobs = await runJobsAgain(context, order, what, ending)
  if (jobs.kind === 'refused') {
    context.desk.became(order, `${notDone}${jobs.said}`)
    return reported
  }
  context.desk.became(order, jobs.said)
  return await report(context, jobs.ending, reported)
}
