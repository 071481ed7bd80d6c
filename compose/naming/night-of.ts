import { dashed } from './calendar.ts'
import { candidates } from './candidate.ts'
import { composeDateOf } from './compose-id.ts'
import type { ComposeRef } from './compose-ref.ts'
import type { Night } from './night.ts'
import type { Stream } from './stream.ts'
import { lineOf, type StreamLine } from '../streams/stream-line.ts'

/** The date of a compose that a night can test, `YYYY-MM-DD`. Null for all other composes. */
export function dateOfCompose(ref: ComposeRef): string | null {
  if (ref.kind === 'mash') return dashed(ref.date)
  return ref.kind === 'pungi' ? composeDateOf(ref.id) : null
}

/** The stream and date of a compose of one of the streams. Null for updates and all other composes. */
export function nightOf(ref: ComposeRef, lines: readonly StreamLine[]): Night | null {
  const date = dateOfCompose(ref)
  const stream = streamOf(ref, lines)
  return date === null || stream === null ? null : { stream, date }
}

/** The stream of a compose. Null if it is of none of them, as updates are. */
export function streamOf(ref: ComposeRef, lines: readonly StreamLine[]): Stream | null {
  if (ref.kind === 'staged') return candidates
  if (ref.kind === 'mash') return ref.version === 'Rawhide' ? 'rawhide' : 'branched'
  return ref.kind === 'pungi' ? (lineOf(ref.id, lines)?.name ?? null) : null
}
