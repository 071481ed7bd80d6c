/** A time of a night in a table, as `11-24 05:15`; empty where there is none. */
export function clock(iso: string | null): string {
  return iso === null ? '' : iso.slice(5, 16).replace('T', ' ')
}
