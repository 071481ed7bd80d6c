import { dateOf, daysBefore } from '../naming/calendar.ts'
import { dueSpan } from '../naming/night-date.ts'
import { dateOfNight, type Night, type NightDate } from '../naming/night.ts'
import type { Stream } from '../naming/stream.ts'

/** When the composes of a stream are due: at times of day such as `05:15`, in a time zone. */
export interface DueTimes {
  readonly at: readonly string[]
  readonly zone: string
}

/** Whether a text is a time of day such as `05:15`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Whether a text is a time zone such as `Europe/Prague`. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** Whether the nights of a stream have an hour. */
export function isHourly({ at }: Pick<DueTimes, 'at'>): boolean {
  return at.length > 1
}

/**
 * When a night is due, in ms. A night whose time the stream has no more: at the beginning of its hour, or of
 * its date.
 */
export function dueMs(times: DueTimes, night: NightDate): number {
  const first = Date.parse(dueSpan(night).from)
  return duesAround(times, first).find((due) => iso(due).startsWith(dateOfNight(night))) ?? first
}

/** The last moment until `ms` at which a night of the stream is due. */
export function lastDueMs(times: DueTimes, ms: number): number {
  return Math.max(...duesAround(times, ms).filter((due) => due <= ms))
}

/** The first moment from `ms` on at which one is due. */
export function nextDueMs(times: DueTimes, ms: number): number {
  return Math.min(...duesAround(times, ms).filter((due) => due >= ms))
}

/** The night that is due at a moment. */
export function nightDueAt(stream: Stream, times: DueTimes, ms: number): Night {
  const [date = '', time = ''] = iso(ms).split('T')
  return isHourly(times) ? { stream, date, hour: time.slice(0, 2) } : { stream, date }
}

/** The nights of a stream that are due on a UTC date, the earliest first. */
export function nightsDueOn(stream: Stream, times: DueTimes, date: string): readonly Night[] {
  return duesAround(times, Date.parse(dueSpan({ date }).from))
    .map((due) => nightDueAt(stream, times, due))
    .filter((night) => night.date === date)
}

/** The moments at which nights are due, of the days around one, the earliest first. */
function duesAround({ at, zone }: DueTimes, ms: number): readonly number[] {
  const date = dateOf(new Date(ms))
  // The date where the zone is may be another one than UTC's.
  const days = [2, 1, 0, -1, -2].map((before) => daysBefore(date, before))
  return days.flatMap((day) => at.map((time) => momentOf(day, time, zone))).toSorted((a, b) => a - b)
}

function momentOf(date: string, time: string, zone: string): number {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  return asIfUtc - offsetMs(zone, asIfUtc)
}

/** How far a zone's clocks are ahead of UTC at about that moment. */
function offsetMs(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
