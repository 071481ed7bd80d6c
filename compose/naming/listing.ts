import { compareComposeIds, readComposeId, type ComposeId } from './compose-id.ts'

const folderLink = /<a href="([A-Za-z0-9.-]{1,120})\/">/g

/**
 * The composes that a web server's folder index links to, oldest first, each once. Other links are ignored.
 */
export function composeNames(listing: string): readonly ComposeId[] {
  const names = new Set([...listing.matchAll(folderLink)].map(([, name = '']) => name))
  return [...names]
    .map(readComposeId)
    .filter((id) => id !== null)
    .toSorted(compareComposeIds)
}
