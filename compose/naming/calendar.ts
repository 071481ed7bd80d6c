/**
 * A day of the calendar has two spellings: `20261124` as compose ids have it, `2026-11-24` for people and in
 * ISO.
 */

const dayMs = 24 * 3_600_000

/** Whether `YYYYMMDD` is a day that the calendar has: `20240229` is, `20250229` is not. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{8}$/.test(date)) return false
  const at = midnightMs(date)
  // A day past the end of its month rolls over into the next one.
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

/** The date of a moment in UTC: `2026-11-24`. */
export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/**
 * When a date of either spelling begins in UTC, in milliseconds since 1970; NaN where the calendar has no
 * such month or day.
 */
export function midnightMs(date: string): number {
  return Date.parse(`${dashed(undashed(date))}T00:00:00Z`)
}

/** The date some days before another, in its spelling. */
export function daysBefore(date: string, days: number): string {
  const before = dateOf(new Date(midnightMs(date) - days * dayMs))
  return date.includes('-') ? before : undashed(before)
}
