import { isCalendarDate, midnightMs, undashed } from './calendar.ts'
import type { NightDate } from './night.ts'

const hourMs = 3_600_000

/** Reads `2026-11-24` or `2026-11-24T02`. Null for anything but a date of the calendar, and an hour. */
export function readNightDate(text: string): NightDate | null {
  const [, date = '', hour] = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]))?$/.exec(text) ?? []
  if (!isCalendarDate(undashed(date))) return null
  return hour === undefined ? { date } : { date, hour }
}

/** Moments, ISO: the first, and the first that is no more among them. */
export interface DueSpan {
  readonly from: string
  readonly to: string
}

/**
 * When a night may be due: in its hour, or at any time of its date. The nights of a stream have no moment in
 * common, so those that were due before `from` are earlier nights, whatever the configuration said then.
 */
export function dueSpan({ date, hour }: NightDate): DueSpan {
  const from = midnightMs(date) + Number(hour ?? 0) * hourMs
  const hours = hour === undefined ? 24 : 1
  return { from: new Date(from).toISOString(), to: new Date(from + hours * hourMs).toISOString() }
}
