import { outwardCalls, type OutwardCall } from './outward-calls.ts'

/** On the way there, so that nothing comes of the call; or on the way back, so that nobody knows what did. */
const moments = ['before', 'after'] as const

/**
 * What goes wrong. `duplicate`: the night is started once more by hand and by its Schedule, and told three
 * times that something changed, while the call is under way. `killed`: the worker is, and another takes over.
 */
const mishaps = ['reset', 'timeout', '502', 'duplicate', 'killed'] as const

/** Calls that change something in openQA, which may yet happen when nobody waits for the answer any more. */
const lasting = ['schedule: a post', 'schedule: a post made again', 'await: a restart']

/** One cell of the matrix: a night in which one call goes wrong in one way. */
export interface Cell {
  readonly call: OutwardCall
  /** `late`: what the call does, it does after the caller has given it up. */
  readonly moment: (typeof moments)[number] | 'late'
  readonly mishap: (typeof mishaps)[number]
  /** Its own, as all cells share a Temporal server. */
  readonly date: string
  readonly title: string
}

/** Every call, at both moments, with every mishap; and what lasts, late. */
export const everyCell: readonly Cell[] = outwardCalls
  .flatMap((call) => [
    ...moments.flatMap((moment) => mishaps.map((mishap) => ({ call, moment, mishap }))),
    ...mishaps
      .filter((mishap) => mishap !== 'duplicate' && lasting.includes(call.name))
      .map((mishap) => ({ call, moment: 'late' as const, mishap })),
  ])
  .map((cell, nth) => ({
    ...cell,
    // The story of thirty nights has 2031, many nights 2032: a night of the same date would be the same run.
    date: new Date(Date.UTC(2033, 0, 1 + nth)).toISOString().slice(0, 10),
    title: titleOf(cell),
  }))

function titleOf({ call, moment, mishap }: Pick<Cell, 'call' | 'moment' | 'mishap'>): string {
  return `${call.name}: ${mishap}${moment === 'late' ? ', and then its effect' : ` ${moment} its effect`}`
}
