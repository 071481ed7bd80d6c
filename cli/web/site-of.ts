import type { Settings } from '../../workers/config/config.ts'
import type { ReadingArchive } from '../../workers/reading-archive.ts'
import type { Site } from '../../web/site.ts'

/** What the pages are made from, by a configuration. */
export function siteOf({ streams, web, orders, atom }: Settings, reading: ReadingArchive): Site {
  return {
    ...reading,
    streams: streams.map(({ line }) => ({ name: line.name, title: line.untitled })),
    now: () => new Date(),
    publishBy: orders.publish_by,
    url: web.url?.replace(/\/+$/, '') ?? null,
    feedDomain: atom?.domain ?? domainOf(web.url) ?? anyDomain,
  }
}

/** Of feeds on machines that nobody else reaches. */
const anyDomain = 'nightjar.localdomain'

/** The host of the pages; null where it has none, or an IPv6 address. */
function domainOf(url: string | undefined): string | null {
  const host = url === undefined ? '' : new URL(url).hostname
  return /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/.test(host) ? host : null
}
