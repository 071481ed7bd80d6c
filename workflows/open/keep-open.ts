import type { NightResult, Reported } from '../night-run.ts'
import type { NightContext } from '../night-context.ts'
import { endedWith } from '../play.ts'
import { report } from '../stages/report.ts'
import { staysOpen } from '../stays-open.ts'
import { carryOut } from './carry-out.ts'
import { watch } from './watch.ts'

/**
 * Keeps a night open that has reported and is not green: restarts by hand amend its report, and people order
 * it to do more. It closes when the stream's next night has reported, or when it is green.
 */
export async function keepOpen(context: NightContext, first: Reported | NightResult): Promise<NightResult> {
  if (!('nth' in first)) return first
  const { desk, recorder, input } = context
  let reported = first
  desk.state.last = reported.result
  while (desk.state.waiting !== null || staysOpen(reported.result.verdict, input.patience)) {
    const order = desk.begin()
    if (order !== null) {
      reported = await carryOut(context, order, reported)
    } else {
      const turn = await watch(context, reported)
      if (turn.kind === 'over') break
      if (turn.kind === 'changed') {
        const whole = endedWith(reported.left.ending, turn.said, turn)
        reported = await report(context, whole, reported)
      }
    }
    desk.state.last = reported.result
  }
  recorder.close()
  // An order that came to nothing made no report, and the run that takes over shows it all the same.
  const { orders = [] } = recorder.progress()
  return { ...reported.result, left: { ...reported.left, orders } }
}
