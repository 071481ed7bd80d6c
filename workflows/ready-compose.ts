import type { NightOutcome } from '../report/facts.ts'
import { complete } from './complete.ts'
import type { NightContext } from './night-context.ts'
import { find } from './find.ts'

/** A compose of this night that can never be tested, and its last STATUS. */
export interface Discarded {
  readonly id: string
  readonly status: string
}

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
    }

/** Finds a compose and waits until it is complete. After a dead compose it looks for a newer respin. */
export async function readyCompose(context: NightContext): Promise<Ready> {
  const discarded: Discarded[] = []
  while (true) {
    const found = await find(
      context,
      discarded.map(({ id }) => id),
    )
    if (found.kind !== 'seen') return nothingFound(found.said, discarded)
    if (found.answer.kind === 'no-branched') {
      return { kind: 'none', outcome: 'no-branched', compose: null, status: '', why: found.said, discarded }
    }
    const { compose } = found.answer
    context.recorder.settleOn(compose)
    const state = await complete(context, compose)
    if (state.kind !== 'seen') {
      const status = state.memory?.status ?? ''
      return { kind: 'none', outcome: 'unfinished-compose', compose, status, why: state.said, discarded }
    }
    if (state.answer.kind === 'complete') {
      return { kind: 'ready', compose, status: state.answer.status, discarded }
    }
    discarded.push({ id: compose, status: state.answer.status })
  }
}

function nothingFound(why: string, discarded: readonly Discarded[]): Ready {
  const last = discarded.at(-1)
  if (last === undefined)
    return { kind: 'none', outcome: 'absent', compose: null, status: '', why, discarded }
  return {
    kind: 'none',
    outcome: 'unfinished-compose',
    compose: last.id,
    status: last.status,
    why: `${last.id} ended ${last.status} and no newer respin came (${why})`,
    discarded: discarded.slice(0, -1),
  }
}
