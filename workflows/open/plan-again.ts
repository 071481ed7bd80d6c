import type { NightEnd } from '../night-run.ts'
import type { NightContext } from '../night-context.ts'
import { schedule } from '../stages/schedule.ts'

/**
 * How a night ended, with its plan. What was read back from a report has none, so it is planned again: posts
 * that openQA has are found, and none is made twice. Answers why where there is no plan.
 */
export async function planAgain(
  context: NightContext,
  ending: NightEnd,
): Promise<NightEnd | { readonly unplanned: string }> {
  const { compose, plan } = ending
  if (compose === null || plan !== undefined) return ending
  context.recorder.again('schedule')
  const planned = await schedule(context, compose)
  switch (planned.kind) {
    case 'planned':
      return { ...ending, plan: planned.plan, mode: planned.mode, posts: planned.posts }
    case 'covered':
      return { unplanned: `${compose} is tested and reported on by ${planned.by}` }
    case 'unplanned':
      return { unplanned: planned.why }
    default:
      return planned satisfies never
  }
}
