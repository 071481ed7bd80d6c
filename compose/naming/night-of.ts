import { dashed } from './calendar.ts'
import { composeDateOf, streamOf } from './compose-id.ts'
import type { ComposeRef } from './compose-ref.ts'
import type { Night } from './night.ts'

/** The night of a nightly compose. Null for candidates, updates and all other composes. */
export function nightOf(ref: ComposeRef): Night | null {
  if (ref.kind === 'mash') {
    return { stream: ref.version === 'Rawhide' ? 'rawhide' : 'branched', date: dashed(ref.date) }
  }
  const stream = ref.kind === 'pungi' ? streamOf(ref.id) : null
  return ref.kind === 'pungi' && stream !== null ? { stream, date: composeDateOf(ref.id) } : null
}
