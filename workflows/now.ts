/** The workflow's time in milliseconds since the epoch: every replay gets the same. */
export function now(): number {
  return new Date().getTime()
}
