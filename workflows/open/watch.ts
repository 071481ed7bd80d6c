import { activity } from '../activity.ts'
import type { Reported } from '../night-run.ts'
import type { OpenMemory, OpenSeen } from '../../activities/looks/open-looks.ts'
import type { NightContext } from '../night-context.ts'
import { now } from '../now.ts'
import { lookUntil } from '../waiting/laps.ts'

/**
 * Why the watch of an open night ends: there is an order, the jobs are other than reported and have ended, or
 * nobody needs the night any more.
 */
export type Turn =
  | { readonly kind: 'order' }
  | ({ readonly kind: 'changed'; readonly said: string } & Extract<OpenSeen, { kind: 'changed' }>)
  | { readonly kind: 'over' }

/** Watches an open night until something is to be done. */
export async function watch(context: NightContext, { result, left }: Reported): Promise<Turn> {
  const { recorder, desk, input } = context
  const { watch: patience, openMs } = input.patience
  recorder.enter('watch', patience.deadlineMs)
  const { since } = recorder.progress().stages.find(({ name }) => name === 'watch') ?? {}
  const openUntil = new Date((since ? Date.parse(since) : now()) + openMs).toISOString()
  const wait = await lookUntil<OpenSeen, OpenMemory>(context, {
    stage: 'watch',
    patience,
    isOver: () => desk.state.waiting !== null,
    lap(options, pace, memory) {
      const observeOpen = activity('observeOpen', {
        ...options,
        summary: 'restarted jobs, or the next night?',
      })
      const { compose } = result
      const hasJobs = result.outcome === 'tested' || result.outcome === 'unfinished-tests'
      return observeOpen(
        { night: input.night, compose: hasJobs ? compose : null, jobsHash: left.jobsHash, openUntil, pace },
        memory,
      )
    },
  })
  recorder.leave('watch', 'done', wait.said)
  if (desk.state.waiting !== null) return { kind: 'order' }
  const isChanged = wait.kind === 'seen' && wait.answer.kind === 'changed'
  return isChanged ? { ...wait.answer, said: wait.said } : { kind: 'over' }
}
