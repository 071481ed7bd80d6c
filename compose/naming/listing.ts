import { compareComposeIds, formatComposeId, readComposeId, type ComposeId } from './compose-id.ts'
import { composeDate, type Night } from './night.ts'

const folderLink = /<a href="([A-Za-z0-9.-]{1,120})\/">/g

/** The composes that a web server's index of a folder links to, oldest first, each once; all else in it is passed over. */
export function composeNames(listing: string): readonly ComposeId[] {
  const names = new Set([...listing.matchAll(folderLink)].map(([, name = '']) => name))
  return [...names]
    .map(readComposeId)
    .filter((id) => id !== null)
    .toSorted(compareComposeIds)
}

/**
 * The newest respin that the night's date has in a listing, null where it has none.
 * @param version `Rawhide`, or the number of the branched release.
 */
export function newestOf(ids: readonly ComposeId[], night: Night, version: string): ComposeId | null {
  const tonight = ids.filter((id) => isNightly(id, version) && id.date === composeDate(night))
  return tonight.toSorted(compareComposeIds).at(-1) ?? null
}

/** The ids that are not among the names already discarded. */
export function withoutDiscarded(
  ids: readonly ComposeId[],
  discarded: readonly string[],
): readonly ComposeId[] {
  return ids.filter((id) => !discarded.includes(formatComposeId(id)))
}

function isNightly(id: ComposeId, version: string): boolean {
  return formatComposeId(id).startsWith(`Fedora-${version}-${id.date}.n.`)
}
