import { compareComposeIds, seriesName, type ComposeId } from './compose-id.ts'

/**
 * The earlier composes of the same line, newest first. A caller asks each in turn whether it was completed,
 * and stops at the first that was.
 * For a nightly, only nightlies count: candidates are in another folder and hold other packages. For a
 * candidate, all composes of its line count.
 */
export function predecessors(id: ComposeId, ids: readonly ComposeId[]): readonly ComposeId[] {
  return ids
    .filter((each) => isOfLine(each, id) && (id.type !== 'nightly' || each.type === 'nightly'))
    .filter((each) => compareComposeIds(each, id) < 0)
    .toSorted((a, b) => compareComposeIds(b, a))
}

/**
 * The last completed compose before this one, of any date. Null if none is known, for example for the first
 * of a line.
 */
export function previousCompose(id: ComposeId, completed: readonly ComposeId[]): ComposeId | null {
  return predecessors(id, completed)[0] ?? null
}

/** Whether two composes are of one line. Its ids differ in letter case: Fedora-eln and Fedora-ELN. */
export function isOfLine(id: ComposeId, other: ComposeId): boolean {
  return seriesName(id).toLowerCase() === seriesName(other).toLowerCase()
}
