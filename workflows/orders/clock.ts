/** The time of day; on another day than today with the date. */
export function clock(iso: string, now: number): string {
  const isToday = iso.slice(0, 10) === new Date(now).toISOString().slice(0, 10)
  return isToday ? iso.slice(11, 16) : iso.slice(0, 16).replace('T', ' ')
}
