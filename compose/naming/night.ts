import { undashed } from './calendar.ts'
import type { Stream } from './stream.ts'

/** One night of one stream: it exists from the hour its compose is due, whether a compose comes or not. */
export interface Night {
  readonly stream: Stream
  /** The UTC date the compose is due, `YYYY-MM-DD`. */
  readonly date: string
}

/** The id of the workflow that is the night: `nightly/rawhide/2026-11-24`. */
export function nightId({ stream, date }: Night): string {
  return `nightly/${stream}/${date}`
}

/** The date as compose ids spell it: `2026-11-24` to `20261124`. */
export function composeDate({ date }: Night): string {
  return undashed(date)
}
