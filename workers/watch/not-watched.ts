import { candidates } from '../../compose/naming/candidate.ts'
import type { Stream } from '../../compose/naming/stream.ts'

/** Why nobody is told that a stream is overdue, in words. */
export function whyNotWatched(stream: Stream): string {
  return stream === candidates ? 'no candidate is due at an hour' : 'report_within is "never"'
}
