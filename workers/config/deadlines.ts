import type { Patience } from '../../workflows/patience.ts'

/** How long one request may take, in milliseconds. */
export interface Deadlines {
  readonly read: number
  readonly listMirror: number
  /** A post to openQA, a restart. */
  readonly act: number
  /** A mail. */
  readonly send: number
}

/**
 * The deadlines of single requests, from the timeout of a whole activity. All requests of an activity must
 * fit into its timeout. Otherwise a service that does not answer would show up as an activity timeout,
 * retried without end.
 */
export function deadlinesOf({
  callMs,
  actMs,
  sendMs,
}: Pick<Patience, 'callMs' | 'actMs' | 'sendMs'>): Deadlines {
  return {
    // A look at a compose makes three requests in a row: STATUS, the mirror beside Koji, the folder's index.
    read: Math.floor(callMs / 4),
    listMirror: Math.floor(callMs * 0.4),
    // The look before a post takes at most another third, the check of the key after a refusal the last.
    act: Math.floor(actMs / 3),
    // The report of a mail may be made again first.
    send: Math.floor(sendMs * 0.8),
  }
}
