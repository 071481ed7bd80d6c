import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'
import { compareComposeIds, readComposeId, type ComposeId } from './compose-id.ts'

const folderLink = /<a href="([A-Za-z0-9.-]{1,120})\/">/g

/** Every index links to a folder in it, or at least to the parent. Links of other pages lead elsewhere. */
const anyFolderLink = /<a href="(?:\.\.\/|[^"/:?#]{1,200}\/|\/[^"/][^"]{0,200}\/(?=">\s*Parent Directory))">/

/**
 * The composes that a web server's folder index links to, oldest first, each once. Other links are ignored.
 * @throws Garbled if a page links to no folder at all: it is no index, but a bot wall, say.
 */
export function composeNames(listing: string): readonly ComposeId[] {
  if (listing.trim() !== '' && !anyFolderLink.test(listing))
    throw new Garbled('a folder index with links to folders', quoted(listing))
  const names = new Set([...listing.matchAll(folderLink)].map(([, name = '']) => name))
  return [...names]
    .map(readComposeId)
    .filter((id) => id !== null)
    .toSorted(compareComposeIds)
}
