/** Whether `YYYYMMDD` is a day that the calendar has: `20240229` is, `20250229` is not. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{8}$/.test(date)) return false
  const at = Date.parse(`${dashed(date)}T00:00:00Z`)
  // A day past the end of its month rolls over into the next one.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(dashed(date))
}

/** `20261124` as `2026-11-24`. */
export function dashed(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
}
