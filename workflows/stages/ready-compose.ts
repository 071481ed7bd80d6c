import type { FindMemory } from '../../activities/activities.ts'
import type { NightOutcome } from '../../report/outcome.ts'
import { complete } from './complete.ts'
import type { NightContext } from '../night-context.ts'
import { find } from './find.ts'
import type { Discarded } from '../night-run.ts'
import type { Wait } from '../waiting/laps.ts'

/** A compose to test, or why there is none. */
export type Ready =
  | {
      readonly kind: 'ready'
      readonly compose: string
      readonly status: string
      readonly discarded: readonly Discarded[]
    }
  | {
      readonly kind: 'none'
      readonly outcome: Exclude<NightOutcome, 'tested' | 'unfinished-tests'>
      readonly compose: string | null
      readonly status: string
      readonly why: string
      readonly discarded: readonly Discarded[]
      /** ISO, with the outcome `unobserved`: since when nobody could look. */
      readonly unansweredSince?: string
    }

/**
 * Finds a compose and waits until it is complete. After a dead compose it looks for a newer respin, unless
 * the night is to test only that compose.
 * @param known a compose that was found before; null to find one
 */
export async function readyCompose(context: NightContext, known: string | null = null): Promise<Ready> {
  const discarded: Discarded[] = []
  let next = known
  while (true) {
    const found = next === null ? await findNext(context, discarded) : next
    next = null
    if (typeof found !== 'string') {
      const none = nothingFound(found, discarded)
      return context.desk.state.finished === 'find' ? endedByOrder(none) : none
    }
    const compose = found
    context.recorder.settleOn(compose)
    const state = await complete(context, compose)
    if (state.kind !== 'seen') {
      const status = state.memory?.status ?? ''
      const none = { kind: 'none', compose, status, why: state.said, discarded } as const
      const unansweredSince = unanswered(state)
      return unansweredSince === null
        ? { ...none, outcome: 'unfinished-compose' }
        : { ...none, outcome: 'unobserved', unansweredSince }
    }
    const { kind, status } = state.answer
    if (kind === 'complete') return { kind: 'ready', compose, status, discarded }
    if (context.input.compose !== undefined)
      return { kind: 'none', outcome: 'unfinished-compose', compose, status, why: state.said, discarded }
    discarded.push({ id: compose, status })
  }
}

async function findNext(
  context: NightContext,
  discarded: readonly Discarded[],
): Promise<string | NotSeen<FindMemory>> {
  const found = await find(
    context,
    discarded.map(({ id }) => id),
  )
  return found.kind === 'seen' ? found.answer.compose : found
}

type NotSeen<Memory> = Exclude<Wait<unknown, Memory>, { kind: 'seen' }>

function nothingFound(found: NotSeen<FindMemory>, discarded: readonly Discarded[]): Ready {
  const { said: why, memory } = found
  const none = { kind: 'none', compose: null, status: '', why, discarded } as const
  const unansweredSince = unanswered(found)
  if (unansweredSince !== null) return { ...none, outcome: 'unobserved', unansweredSince }
  if (memory?.noBranched) return { ...none, outcome: 'no-branched' }
  const last = discarded.at(-1)
  if (last === undefined) return { ...none, outcome: 'absent' }
  return {
    kind: 'none',
    outcome: 'unfinished-compose',
    compose: last.id,
    status: last.status,
    why: `${last.id} ended ${last.status} and no newer respin came (${why})`,
    discarded: discarded.slice(0, -1),
  }
}

/** Where a person ended the wait, nobody knows whether a compose would have come in time. */
function endedByOrder(ready: Ready): Ready {
  if (ready.kind !== 'none' || ready.outcome !== 'absent') return ready
  const why = `there was no compose when an order ended the wait (${ready.why})`
  return { ...ready, outcome: 'unfinished-compose', why }
}

/** ISO: since when nobody could look. */
function unanswered(wait: NotSeen<unknown>): string | null {
  return wait.kind === 'deadline' ? wait.unansweredSince : null
}
