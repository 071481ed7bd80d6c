import { renderAtom, type FeedEntry } from '../report/html/atom.ts'
import { nightPath } from './parts/paths.ts'
import type { Site } from './site.ts'

/** The path of the feed of all streams. */
export const feedOfAll = '/index.atom'

/** The path of the feed of a stream. */
export function feedOf(stream: string): string {
  return `/${encodeURIComponent(stream)}.atom`
}

/** So many editions are in a feed. */
const mostEntries = 50

/**
 * The newest editions as Atom, of all streams or of one; null where there is no such stream. Its ids are
 * those of the channel `atom`.
 */
export async function feedAt(site: Site, name: string): Promise<string | null> {
  const stream = name === 'index' ? null : name
  const entries = await site.archive.newestEditions({ stream, limit: mostEntries })
  const known = stream === null || site.streams.some((each) => each.name === stream)
  if (entries.length === 0 && !known) return null
  const { url, feedDomain } = site
  return renderAtom({
    name: stream ?? 'all',
    domain: feedDomain,
    entries: entries.map((entry) => ({ ...entry, link: linkOf(url, entry) })),
  })
}

/** The page of a night. Without a URL of the site nobody knows one: what a request calls it may be a lie. */
function linkOf(url: string | null, { run }: FeedEntry): string | null {
  return url === null ? null : `${url}${nightPath(run)}`
}
