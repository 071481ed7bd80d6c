/** The workflow's own time, milliseconds since the epoch: Temporal makes it the same in every replay. */
export function now(): number {
  return new Date().getTime()
}
