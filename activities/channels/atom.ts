import { ClientFailure } from '../../clients/failure.ts'
import { probeFeeds, readFeed, writeFeed } from '../../clients/feed-folder.ts'
import { renderAtom } from '../../report/html/atom.ts'
import type { Channel, Message } from './channel.ts'

/** Where the feeds are, and whose ids they have. */
export interface AtomPlace {
  readonly folder: string
  readonly domain: string
}

/** So many editions are in a feed. */
const mostEntries = 50

/** Others write at the same time, but an edition is made a few times a day. */
const mostWrites = 20

/** Feeds of the newest editions of the archive: `all.atom`, and one for each stream. */
export function atomChannel(place: AtomPlace): Channel {
  return {
    name: 'atom',
    rule: { to: ['atom'], when: 'always', streams: null, arches: null, subvariants: null },
    async send({ report: { run, at, night }, archive }) {
      const editions = await archive.editionsOf(run)
      if (!editions.some((edition) => edition.at === at))
        throw new ClientFailure('unreachable', 'Atom', 'the archive does not have this edition yet')
      const names = ['all', night.stream]
      for (const feed of new Set(names)) await settle(feed, place, archive)
      return `it is in ${names.map((feed) => `${feed}.atom`).join(' and ')}`
    },
    examine: async () => await probeFeeds(place.folder),
  }
}

/**
 * Writes a feed until the file says what the archive says after it was written. So whoever writes last, with
 * whatever they read before, looks again and has every edition.
 */
async function settle(
  name: string,
  { folder, domain }: AtomPlace,
  archive: Message['archive'],
): Promise<void> {
  const stream = name === 'all' ? null : name
  for (let writes = 0; writes < mostWrites; writes += 1) {
    const entries = await archive.newestEditions({ stream, limit: mostEntries })
    const text = renderAtom({ name, domain, entries })
    if ((await readFeed(folder, `${name}.atom`)) === text) return
    await writeFeed(folder, `${name}.atom`, text)
  }
  throw new ClientFailure('unreachable', 'Atom', `others write ${name}.atom all the time`)
}
