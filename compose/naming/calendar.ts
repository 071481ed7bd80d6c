/** A day has two spellings: `20261124` in compose ids, `2026-11-24` in ISO and for people. */

const dayMs = 24 * 3_600_000

/** Whether `YYYYMMDD` is a day in the calendar: `20240229` is, `20250229` is not. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{8}$/.test(date)) return false
  const at = midnightMs(date)
  // JavaScript reads a day past the end of a month as a day of the next month.
  return !Number.isNaN(at) && dateOf(new Date(at)) === dashed(date)
}

/** `20261124` as `2026-11-24`. */
export function dashed(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
}

/** `2026-11-24` as `20261124`. */
export function undashed(date: string): string {
  return date.replaceAll('-', '')
}

/** The UTC date of a moment: `2026-11-24`. */
export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/**
 * When a date (in either spelling) begins in UTC, in milliseconds since 1970. NaN if the calendar has no such
 * month or day.
 */
export function midnightMs(date: string): number {
  return Date.parse(`${dashed(undashed(date))}T00:00:00Z`)
}

/** The date that is `days` days earlier, in the same spelling. */
export function daysBefore(date: string, days: number): string {
  const before = dateOf(new Date(midnightMs(date) - days * dayMs))
  return date.includes('-') ? before : undashed(before)
}
