import type { Patience } from '../../workflows/patience.ts'

/** How long one request may take, in milliseconds. */
export interface Deadlines {
  readonly read: number
  readonly listMirror: number
  /** A post to openQA, a restart, a mail. */
  readonly act: number
}

/**
 * The deadlines of single requests, from the time that Temporal gives a whole activity: what an activity asks in a row
 * must fit in it, or a silent service would be told as an activity that timed out, and tried for ever.
 */
export function deadlinesOf({ callMs, actMs }: Pick<Patience, 'callMs' | 'actMs'>): Deadlines {
  return {
    // A look at a compose is three in a row: its STATUS, its mirror beside Koji, its folder's index.
    read: Math.floor(callMs / 4),
    listMirror: Math.floor(callMs * 0.4),
    // A post has a look before it, for which it has another third at most, and after a refusal one at the key.
    act: Math.floor(actMs / 3),
  }
}
