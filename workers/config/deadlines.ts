import type { Patience } from '../../workflows/patience.ts'

/** How long one request may take, in milliseconds. */
export interface Deadlines {
  readonly read: number
  readonly listMirror: number
  /** A post to openQA, a restart, a mail. */
  readonly act: number
}

/**
 * The deadlines of single requests, from the timeout of a whole activity. All requests of an activity must
 * fit into its timeout. Otherwise a service that does not answer would show up as an activity timeout,
 * retried without end.
 */
export function deadlinesOf({ callMs, actMs }: Pick<Patience, 'callMs' | 'actMs'>): Deadlines {
  return {
    // A look at a compose makes three requests in a row: STATUS, the mirror beside Koji, the folder's index.
    read: Math.floor(callMs / 4),
    listMirror: Math.floor(callMs * 0.4),
    // The look before a post takes at most another third, the check of the key after a refusal the last.
    act: Math.floor(actMs / 3),
  }
}
