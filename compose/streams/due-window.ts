import { nightId, type Night } from '../naming/night.ts'
import { dueSpan } from '../naming/night-date.ts'
import { dueMs, isHourly, lastDueMs, nextDueMs, nightDueAt, type DueTimes } from './due-times.ts'
import type { Stream } from '../naming/stream.ts'

/** A compose may start so much sooner than it is due, in ms. */
const graceMs = 600_000

/**
 * The composes of a night whose stream has several due hours are those that start from `from` on, and before
 * `until`; ISO.
 */
export interface DueWindow {
  readonly from: string
  readonly until: string
}

/** The window of a night: until the next one is due. Null for a night without an hour, which has a date. */
export function windowOf(times: DueTimes, night: Night): DueWindow | null {
  if (night.hour === undefined) return null
  const due = dueMs(times, night)
  return { from: iso(due - graceMs), until: iso(nextDueMs(times, due + 1) - graceMs) }
}

/** The night in whose window a moment is; where nights have no hour, that of its date. */
export function nightAt(stream: Stream, times: DueTimes, ms: number): Night {
  return isHourly(times)
    ? nightDueAt(stream, times, lastDueMs(times, ms + graceMs))
    : nightDueAt(stream, times, ms)
}

/** The nights in whose windows composes of a date may have started, the earliest first. */
export function nightsOfDate(stream: Stream, times: DueTimes, date: string): readonly Night[] {
  const [first, end] = [Date.parse(dueSpan({ date }).from), Date.parse(dueSpan({ date }).to)]
  const nights = [nightAt(stream, times, first)]
  let due = nextDueMs(times, first)
  for (; due < end + graceMs; due = nextDueMs(times, due + 1)) nights.push(nightDueAt(stream, times, due))
  return nights.filter((night, nth) => nth === 0 || nightId(night) !== nightId(nights[nth - 1] ?? night))
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
