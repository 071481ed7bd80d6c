/** A time to the minute: `2026-11-24 05:15 UTC`. */
export function minuteOf(iso: string | null): string {
  return iso === null ? 'an unknown time' : `${iso.slice(0, 16).replace('T', ' ')} UTC`
}
