import { compareComposeIds, seriesName, type ComposeId } from './compose-id.ts'

/**
 * The composes of the same line that came before one, newest first: who walks a listing asks each in turn
 * whether it was completed, and stops at the first that was. A nightly's are nightlies only, since candidates
 * lie apart and are not made of the same night's packages; a candidate's are all.
 */
export function predecessors(id: ComposeId, ids: readonly ComposeId[]): readonly ComposeId[] {
  return ids
    .filter(
      (each) => seriesName(each) === seriesName(id) && (id.type !== 'nightly' || each.type === 'nightly'),
    )
    .filter((each) => compareComposeIds(each, id) < 0)
    .toSorted((a, b) => compareComposeIds(b, a))
}

/**
 * The last completed compose before one, whatever its date; null where none is known, as for the first of a
 * line.
 */
export function previousCompose(id: ComposeId, completed: readonly ComposeId[]): ComposeId | null {
  return predecessors(id, completed)[0] ?? null
}
